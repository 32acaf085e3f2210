/** What is said about putting right what was written down wrongly. */
export const correcting = {
  contactHint: 'Một người sửa được điện thoại, địa chỉ và dấu, chữ hoa trong tên. Để trống là xóa.',
  proposeHint:
    'Người đứng đầu bộ phận hoặc giám đốc đồng ý thì mới có hiệu lực. Lịch sử giữ nguyên điều đã ghi trước.',
  confirmHint: 'Đồng ý thì đính chính có hiệu lực ngay. Người đề nghị không tự đồng ý.',
  waiting: 'Đề nghị đính chính chờ người thứ hai đồng ý',
  what: 'Đính chính',
  whose: 'Của ai',
  name: 'Họ và tên',
  phone: 'Điện thoại',
  address: 'Địa chỉ',
  idNumber: 'Số giấy tờ',
  why: 'Lý do sửa',
  dueOn: 'Hạn đúng theo luật',
  wrong: 'Kết quả sai ở đâu',
  documentNumber: 'Số văn bản đính chính',
  ground: 'Căn cứ',
  mistake: 'Nhầm thế nào',
  mistakes: {
    'wrong-person': 'Trả nhầm người',
    'wrong-dossier': 'Trả nhầm hồ sơ',
    'not-taken': 'Ghi đã trả nhưng người dân chưa nhận',
  },
  handBackHint:
    'Chỉ khi kết quả đã về lại quầy. Được đồng ý thì hồ sơ lại chờ trả; lần trả nhầm vẫn nằm trong lịch sử.',
  whats: {
    identity: 'Họ tên, số giấy tờ',
    due: 'Hạn theo luật',
    result: 'Kết quả đã cấp',
    'hand-back': 'Trả nhầm kết quả',
  },
}
