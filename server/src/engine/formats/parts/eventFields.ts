/** Members of Kubernetes objects that make a record of an event or of a node's condition, in JSON and in YAML. */
import { decimal, equalsText, readIsoStamp } from '../bytes';
import type { BlockPartCode, BlockTextCode, BodyEncodingCode, LineScan } from '../format';
import { BlockPart, BlockText, LineScan as Scratch } from '../format';

const scratch = new Scratch();

/** Keys by what they say, with the part that their line is; objects are printed with their members in alphabetical order. */
const roles: readonly (readonly [string, BlockPartCode, BlockTextCode])[] = [
  ['count', BlockPart.head, BlockText.none],
  ['eventTime', BlockPart.either, BlockText.none],
  ['firstTimestamp', BlockPart.part, BlockText.firstSeen],
  ['lastTimestamp', BlockPart.part, BlockText.none],
  ['involvedObject', BlockPart.part, BlockText.none],
  ['kind', BlockPart.part, BlockText.kind],
  ['name', BlockPart.part, BlockText.name],
  ['message', BlockPart.part, BlockText.message],
  ['reason', BlockPart.part, BlockText.reason],
  ['host', BlockPart.part, BlockText.none],
  ['component', BlockPart.part, BlockText.none],
  ['reportingComponent', BlockPart.part, BlockText.none],
  ['lastHeartbeatTime', BlockPart.head, BlockText.none],
];

/** Takes one member whose value, without quotes, is `bytes[value, valueEnd)`; false when it is none of an event's. */
export function takeEventMember(
  bytes: Uint8Array,
  key: number,
  keyEnd: number,
  value: number,
  valueEnd: number,
  encoding: BodyEncodingCode,
  out: LineScan,
): boolean {
  for (const [name, part, text] of roles) {
    if (!equalsText(bytes, key, keyEnd, name)) continue;
    out.part = part;
    out.text = text;
    return takeValue(bytes, name, value, valueEnd, encoding, out);
  }
  return false;
}

function takeValue(
  bytes: Uint8Array,
  name: string,
  value: number,
  valueEnd: number,
  encoding: BodyEncodingCode,
  out: LineScan,
): boolean {
  switch (name) {
    case 'count': {
      const count = decimal(bytes, value, valueEnd);
      out.count = Math.max(1, count);
      return count >= 0 && valueEnd - value < 10;
    }
    case 'lastHeartbeatTime':
      return readIsoStamp(bytes, value, valueEnd, out) >= 0;
    case 'eventTime':
    case 'lastTimestamp':
      if (valueEnd - value > 10) readIsoStamp(bytes, value, valueEnd, out);
      return true;
    case 'firstTimestamp':
      scratch.reset();
      if (readIsoStamp(bytes, value, valueEnd, scratch) >= 0) out.wallMs = scratch.wallMs;
      return true;
    case 'host':
      out.hostStart = value;
      out.hostEnd = valueEnd;
      return true;
    case 'component':
    case 'reportingComponent':
      out.unitStart = value;
      out.unitEnd = valueEnd;
      return true;
    case 'involvedObject':
      return true;
    default:
      out.bodyStart = value;
      out.bodyEnd = valueEnd;
      out.bodyEncoding = encoding;
      return true;
  }
}
