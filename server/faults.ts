/**
 * What can be wrong with the surroundings, and the sentence that tells the person at the keyboard how to put it
 * right. The facts of each fault are its type: a new fault without a sentence does not compile.
 */
interface Facts {
  'settings-wrong': { faults: readonly string[] }
  'no-embedded-postgres': { platform: string }
  'no-postgres-user': { reason: string }
  'unreachable-for-postgres': { user: string; folders: readonly string[] }
  'data-dir-unusable': { folder: string; reason: string }
  'data-dir-in-use': { folder: string; pid: number }
  'postgres-not-made': { reason: string }
  'postgres-not-started': { reason: string }
  'disk-full': { folder: string }
  'port-taken': { host: string; port: number }
  'port-forbidden': { port: number }
  'host-not-here': { host: string }
  'database-unreachable': { reason: string }
  'database-rights-missing': { reason: string }
  'database-too-old': { version: string }
  'not-set-up': { folder: string }
  'migration-changed': { schema: string; file: string }
  'migration-unknown': { schema: string; file: string }
  'clock-not-for-real': { centre: string }
  'signing-wrong': { path: string; reason: string }
  'identity-wrong': { path: string; reason: string }
  'payments-wrong': { path: string; reason: string }
  'post-wrong': { path: string; reason: string }
  'messages-wrong': { path: string; reason: string }
  'not-a-centre-name': { name: string }
  'no-such-centre': { name: string }
  'no-such-staff': { login: string; centre: string }
  'no-administrator': { centre: string; known: readonly string[] }
  'drawn-account': { login: string }
  'backup-needs-embedded': Record<never, never>
  'backup-target-taken': { folder: string }
  'backup-inside-data': { folder: string }
  'backup-not-whole': { folder: string; faults: readonly string[] }
  'restore-needs-empty': { folder: string }
  'restore-unfinished': { folder: string }
  'no-targets': { name: string }
  'wrong-targets': { name: string; where: string; why: string }
}

const sentences: { readonly [Code in keyof Facts]: (facts: Facts[Code]) => string } = {
  'settings-wrong': ({ faults }) => `Cấu hình chưa đúng:\n${faults.map((one) => `  - ${one}`).join('\n')}`,
  'no-embedded-postgres': ({ platform }) =>
    `Không có PostgreSQL đi kèm cho hệ máy ${platform}. Hãy đặt DATABASE_URL tới một PostgreSQL 18 có sẵn.`,
  'no-postgres-user': ({ reason }) =>
    `Đang chạy bằng root nhưng không tạo được người dùng "postgres" (${reason}). ` +
    'PostgreSQL không chạy bằng root: hãy tạo người dùng đó, hoặc chạy Một Cửa bằng người dùng thường.',
  'unreachable-for-postgres': ({ user, folders }) =>
    `Đang chạy bằng root; PostgreSQL chạy bằng người dùng "${user}" nhưng không đi qua được: ${folders.join(', ')}.\n` +
    `Chọn một cách: chmod o+x ${folders.join(' ')} — đặt thư mục chương trình và DATA_DIR ở nơi khác ` +
    '(ví dụ /opt/mot-cua và /var/lib/mot-cua) — hoặc chạy bằng người dùng thường.',
  'data-dir-unusable': ({ folder, reason }) =>
    `Không dùng được thư mục dữ liệu ${folder}: ${reason}. Hãy sửa quyền của thư mục hoặc đặt DATA_DIR khác.`,
  'data-dir-in-use': ({ folder, pid }) =>
    `Thư mục dữ liệu ${folder} đang do một Một Cửa khác dùng (tiến trình ${pid}). ` +
    'Hãy dừng tiến trình đó, hoặc đặt DATA_DIR khác.',
  'postgres-not-made': ({ reason }) => `Không tạo được cơ sở dữ liệu PostgreSQL: ${reason}`,
  'postgres-not-started': ({ reason }) => `PostgreSQL không khởi động được: ${reason}`,
  'disk-full': ({ folder }) => `Đĩa chứa ${folder} đã đầy. Hãy giải phóng dung lượng rồi chạy lại.`,
  'port-taken': ({ host, port }) =>
    `Cổng ${port} của ${host} đang bị chương trình khác dùng. Hãy dừng chương trình đó hoặc chọn cổng khác, ví dụ PORT=${port + 1} npm start.`,
  'port-forbidden': ({ port }) =>
    `Không có quyền mở cổng ${port} (cổng dưới 1024 cần quyền quản trị). Hãy chọn cổng khác, ví dụ PORT=3000.`,
  'host-not-here': ({ host }) => `Máy này không có địa chỉ ${host}. Hãy sửa HOST, ví dụ HOST=127.0.0.1.`,
  'database-unreachable': ({ reason }) =>
    `Không kết nối được PostgreSQL theo DATABASE_URL (${reason}). Hãy kiểm tra địa chỉ, mật khẩu và máy chủ.`,
  'database-rights-missing': ({ reason }) =>
    `Người dùng trong DATABASE_URL thiếu quyền (${reason}). Người dùng này phải là chủ cơ sở dữ liệu và có quyền CREATEROLE.`,
  'no-targets': ({ name }) =>
    `Không có tệp số cần đạt "${name}". Hãy ghi đường dẫn tới tệp, hoặc tên một tệp trong replay/targets.`,
  'wrong-targets': ({ name, where, why }) =>
    `Tệp số cần đạt ${name} sai${where === '' ? '' : ` ở "${where}"`}: ${why}.`,
  'not-set-up': ({ folder }) => `Cơ sở dữ liệu của ${folder} chưa được chuẩn bị. Hãy chạy npm start một lần.`,
  'database-too-old': ({ version }) => `PostgreSQL ${version} quá cũ; cần PostgreSQL 18.`,
  'migration-changed': ({ schema, file }) =>
    `Tệp nâng cấp cơ sở dữ liệu ${file} đã bị sửa sau khi chạy (lược đồ ${schema}). Hãy lấy lại đúng bản gốc của tệp này.`,
  'migration-unknown': ({ schema, file }) =>
    `Cơ sở dữ liệu mới hơn chương trình: lược đồ ${schema} có ${file} mà bản này không có. Hãy dùng bản Một Cửa mới hơn.`,
  'identity-wrong': ({ path, reason }) =>
    `Không dùng được cấu hình định danh điện tử ${path}: ${reason}. Hãy sửa tệp này (xem README, mục đăng nhập của người dân).`,
  'signing-wrong': ({ path, reason }) =>
    `Không dùng được cấu hình ký số ${path}: ${reason}. Hãy sửa tệp này (xem README, mục ký số).`,
  'post-wrong': ({ path, reason }) =>
    `Không đọc được khai báo bưu chính ${path}: ${reason}. Sửa tệp rồi khởi động lại (README, Bưu chính).`,
  'payments-wrong': ({ path, reason }) =>
    `Không dùng được cấu hình thu tiền trực tuyến ${path}: ${reason}. Hãy sửa tệp này (xem README, mục thu tiền trực tuyến).`,
  'messages-wrong': ({ path, reason }) =>
    `Không dùng được cấu hình báo tin ${path}: ${reason}. Hãy sửa tệp này (xem README, mục báo tin).`,
  'clock-not-for-real': ({ centre }) =>
    `CLOCK chỉ dùng để trình diễn, nhưng có trung tâm thật: ${centre}. Hãy bỏ CLOCK.`,
  'not-a-centre-name': ({ name }) =>
    `"${name}" không dùng làm tên ngắn của trung tâm được. Hãy dùng chữ thường không dấu, số và gạch nối, ví dụ dong-trieu.`,
  'no-such-centre': ({ name }) => `Không có trung tâm "${name}".`,
  'no-such-staff': ({ login, centre }) => `Trung tâm "${centre}" không có nhân sự "${login}".`,
  'no-administrator': ({ centre, known }) =>
    known.length === 0
      ? `Trung tâm "${centre}" hôm nay chưa có ai giữ vị trí quản trị (administrator). Hãy bổ nhiệm trong appointments.csv rồi nhập lại.`
      : `Hãy chọn người quản trị đứng tên tiếp quản: --by ${known.join(' hoặc --by ')}`,
  'drawn-account': ({ login }) =>
    `"${login}" là tài khoản trình diễn: mật khẩu đã in khi khởi động và nằm trong DATA_DIR/demo-accounts.json.`,
  'backup-needs-embedded': () =>
    'Đang dùng PostgreSQL riêng (DATABASE_URL): hãy sao lưu và khôi phục bằng công cụ của máy chủ đó (pg_basebackup, pgBackRest…), ' +
    'kèm theo thư mục DATA_DIR. Lệnh này chỉ dành cho PostgreSQL đi kèm.',
  'backup-target-taken': ({ folder }) => `${folder} đã có. Hãy chọn một thư mục chưa có để sao lưu vào.`,
  'backup-inside-data': ({ folder }) =>
    `${folder} nằm trong DATA_DIR. Hãy sao lưu ra ngoài thư mục dữ liệu, tốt nhất là ổ đĩa khác.`,
  'backup-not-whole': ({ folder, faults }) =>
    `Bản sao lưu ${folder} không nguyên vẹn, không khôi phục:\n${faults.map((one) => `  - ${one}`).join('\n')}`,
  'restore-unfinished': ({ folder }) =>
    `Một lần khôi phục vào ${folder} chưa xong. Hãy chạy lại lệnh restore (thêm --force nếu được hỏi).`,
  'restore-needs-empty': ({ folder }) =>
    `${folder} đã có dữ liệu. Thêm --force để chuyển dữ liệu cũ sang một thư mục bên cạnh rồi khôi phục.`,
}

export type FaultCode = keyof Facts

/** Something in the surroundings a person has to put right; its message is the sentence to show. */
export class Fault extends Error {
  override readonly name = 'Fault'
  readonly code: FaultCode
  constructor(code: FaultCode, sentence: string, cause?: unknown) {
    super(sentence, { cause })
    this.code = code
  }
}

/** Makes the fault of a code with its facts. */
export function fault<Code extends FaultCode>(code: Code, facts: Facts[Code], cause?: unknown): Fault {
  return new Fault(code, sentences[code](facts), cause)
}

/** The system's short name of an error (`ENOSPC`, or a SQLSTATE), if it has one. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
