namespace Gateway.Codecs.Asn1.AlignedPer;

public ref partial struct PerReader
{
    /// <summary>OBJECT IDENTIFIER: length and the contents octets of BER (23).</summary>
    public ObjectIdentifier ObjectIdentifier()
    {
        const string clause = "X.691 (07/2002) 23";
        var start = position;
        var contents = Contents(clause);
        if (AlignedPer.ObjectIdentifier.FromContents(contents) is { } identifier)
            return identifier;
        FailAt(DecodeFaultReason.Malformed, clause, start);
        return default;
    }
}
