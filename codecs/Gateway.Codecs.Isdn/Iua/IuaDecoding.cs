using Gateway.Codecs.Asn1;
using Gateway.Codecs.Isdn.Iua.Parameters;

namespace Gateway.Codecs.Isdn.Iua;

/// <summary>What decoding gave: the message as far as it could be read, the first fault, and the error that an ERR message answers it with
/// (RFC 4233 clause 3.3.3.1).</summary>
public readonly record struct IuaDecoding(IuaMessage? Message, DecodeFault? Fault, ErrorCode? Error);
