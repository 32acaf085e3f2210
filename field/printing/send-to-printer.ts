/** What is used of Web Bluetooth and WebUSB, which the types of the browser do not know. */
export interface Characteristic {
  readonly properties: { readonly write: boolean; readonly writeWithoutResponse: boolean }
  writeValueWithResponse(part: Uint8Array<ArrayBuffer>): Promise<void>
  writeValueWithoutResponse(part: Uint8Array<ArrayBuffer>): Promise<void>
}
interface BluetoothPrinter {
  readonly gatt?: {
    connect(): Promise<{
      getPrimaryServices(): Promise<readonly { getCharacteristics(): Promise<readonly Characteristic[]> }[]>
      disconnect(): void
    }>
  }
}
export interface Bluetooth {
  requestDevice(asked: {
    acceptAllDevices: true
    optionalServices: readonly (number | string)[]
  }): Promise<BluetoothPrinter>
}
interface UsbInterface {
  readonly interfaceNumber: number
  readonly alternate: {
    readonly interfaceClass: number
    readonly endpoints: readonly { readonly direction: 'in' | 'out'; readonly endpointNumber: number }[]
  }
}
export interface UsbPrinter {
  readonly configuration: { readonly interfaces: readonly UsbInterface[] } | null
  open(): Promise<void>
  close(): Promise<void>
  selectConfiguration(value: number): Promise<void>
  claimInterface(number: number): Promise<void>
  transferOut(endpoint: number, bytes: Uint8Array<ArrayBuffer>): Promise<{ readonly status: string }>
}
export interface Usb {
  requestDevice(asked: { filters: readonly { classCode: number }[] }): Promise<UsbPrinter>
}

/** The services under which receipt printers with Bluetooth LE take bytes. */
const SERVICES = [
  0x18f0,
  0xff00,
  '49535343-fe7d-4ae5-8fa9-9fafd205e455',
  'e7810a71-73ae-499d-8c15-faa9aef0c3f2',
]
/** What goes in one write over the lines of telephones and tablets alike. */
const BLUETOOTH_PART = 180
const USB_PRINTER = 7
const USB_PART = 4096

/** Something stood in the way between here and the printer that was chosen. */
export class PrinterFault extends Error {}

/** Sends bytes to a printer the person chooses; rejects with NotFoundError where none was chosen. */
export async function sendByBluetooth(bluetooth: Bluetooth, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const printer = await bluetooth.requestDevice({ acceptAllDevices: true, optionalServices: SERVICES })
  const server = await printer.gatt?.connect()
  if (!server) throw new PrinterFault('no line to it')
  try {
    const services = await server.getPrimaryServices()
    const all = await Promise.all(services.map((one) => one.getCharacteristics()))
    const taking = all.flat().find(({ properties }) => properties.write || properties.writeWithoutResponse)
    if (!taking) throw new PrinterFault('it takes no bytes')
    for (const part of parts(bytes, BLUETOOTH_PART))
      await (taking.properties.write
        ? taking.writeValueWithResponse(part)
        : taking.writeValueWithoutResponse(part))
  } finally {
    server.disconnect()
  }
}

/** Sends bytes to a printer on a cable the person chooses; rejects with NotFoundError where none was chosen. */
export async function sendByUsb(usb: Usb, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const printer = await usb.requestDevice({ filters: [{ classCode: USB_PRINTER }] })
  await printer.open()
  try {
    if (printer.configuration === null) await printer.selectConfiguration(1)
    const found = printer.configuration?.interfaces.find(
      (one) => one.alternate.interfaceClass === USB_PRINTER,
    )
    const out = found?.alternate.endpoints.find(({ direction }) => direction === 'out')
    if (!found || !out) throw new PrinterFault('it takes no bytes')
    await printer.claimInterface(found.interfaceNumber)
    for (const part of parts(bytes, USB_PART)) {
      const { status } = await printer.transferOut(out.endpointNumber, part)
      if (status !== 'ok') throw new PrinterFault(status)
    }
  } finally {
    await printer.close()
  }
}

function parts(bytes: Uint8Array<ArrayBuffer>, size: number): readonly Uint8Array<ArrayBuffer>[] {
  const count = Math.ceil(bytes.length / size)
  return Array.from({ length: count }, (_, place) => bytes.slice(place * size, (place + 1) * size))
}
