namespace Gateway.Codecs.Asn1.AlignedPer;

public ref partial struct PerWriter
{
    /// <summary>OBJECT IDENTIFIER: length and the contents octets of BER (23).</summary>
    public void ObjectIdentifier(ObjectIdentifier value) => Contents(value.Contents);
}
