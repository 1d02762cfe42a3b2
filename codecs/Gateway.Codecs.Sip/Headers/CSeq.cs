using Gateway.Codecs.Sip.Messages;

namespace Gateway.Codecs.Sip.Headers;

/// <summary><c>1*DIGIT LWS Method</c>; the number is below 2^31 (RFC 3261 8.1.1.5, 20.16).</summary>
public readonly record struct CSeq(uint Number, SipMethod Method)
{
    internal static CSeq? Parse(ReadOnlySpan<byte> text, out int fault)
    {
        fault = 0;
        int space = text.IndexOfAny((byte)' ', (byte)'\t');
        if (space <= 0 || !Grammar.TryNumber(text[..space], out uint number) || number > int.MaxValue) return null;
        fault = Grammar.SkipSpace(text, space);
        return SipMethod.Parse(Grammar.Trim(text[fault..])) is { } method ? new CSeq(number, method) : null;
    }

    public override string ToString() => $"{Number} {Method}";
}
