using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.Tests.Asn1.AlignedPer;

/// <summary>X.691 (07/2002) 27.5 where peers leave it: see Deviations.md of the H.323 codecs.</summary>
public sealed class StringTests
{
    [Fact]
    public void Latin_1_in_an_IA5String_is_read_and_written_as_it_came()
    {
        // By hand: length 4, c a f E9.
        byte[] octets = [0x04, 0x63, 0x61, 0x66, 0xE9];
        var reader = new PerReader(octets);
        var text = reader.String(PerAlphabet.Ia5);
        Assert.Null(reader.Fault);
        Assert.Equal("café", text);
        var writer = new PerWriter(16);
        writer.String(text, PerAlphabet.Ia5);
        Assert.Equal(octets, writer.Complete().ToArray());
        writer.Dispose();
    }

    [Fact]
    public void A_character_that_no_octet_holds_is_refused()
    {
        var writer = new PerWriter(16);
        writer.String("Łódź", PerAlphabet.Ia5);
        Assert.Equal(EncodeFaultReason.InvalidCharacter, writer.Fault?.Reason);
        writer.Dispose();
    }
}
