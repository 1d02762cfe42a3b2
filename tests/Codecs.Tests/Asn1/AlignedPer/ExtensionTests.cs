using Gateway.Codecs.Asn1;
using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.Tests.Asn1.AlignedPer;

/// <summary>X.691 (07/2002) 18.7 to 18.9, 22.8 and 10.6: what senders of other editions put into extensible types.</summary>
public sealed class ExtensionTests
{
    /// <summary>SEQUENCE { a BOOLEAN, ..., b INTEGER (0..255), c OCTET STRING OPTIONAL }.</summary>
    private sealed record Sample : IPerType<Sample>
    {
        public bool A { get; init; }
        public int? B { get; init; }
        public byte[]? C { get; init; }
        public ExtensionTail? Extensions { get; init; }

        public static Sample Decode(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("Sample");
            return new Sample
            {
                A = reader.Boolean(),
                B = sequence.Addition(ref reader) ? reader.Integer(0, 255) : null,
                C = sequence.Addition(ref reader) ? reader.OctetString() : null,
                Extensions = sequence.End(ref reader),
            };
        }

        public void Encode(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(additions: 2, tail: Extensions);
            writer.Boolean(A);
            if (sequence.Addition(ref writer, B))
                writer.Integer(B.Value, 0, 255);
            if (sequence.Addition(ref writer, C))
                writer.OctetString(C);
            sequence.End(ref writer);
        }
    }

    /// <summary>CHOICE { a NULL, ..., b BOOLEAN }.</summary>
    private abstract record Pick : IPerType<Pick>
    {
        public sealed record A : Pick;

        public sealed record B(bool Value) : Pick;

        public sealed record Unrecognized(UnknownAlternative Value) : Pick;

        public static Pick Decode(ref PerReader reader)
        {
            var choice = reader.BeginChoice("Pick", root: 1, additions: 1);
            Pick value = choice.Index switch
            {
                0 => new A(),
                1 => new B(reader.Boolean()),
                _ => new Unrecognized(choice.Unknown(ref reader)),
            };
            choice.End(ref reader);
            return value;
        }

        public void Encode(ref PerWriter writer)
        {
            var choice = writer.BeginChoice(root: 1);
            switch (this)
            {
                case A: choice.Select(ref writer, 0); break;
                case B b: choice.Select(ref writer, 1); writer.Boolean(b.Value); break;
                case Unrecognized u: choice.Unknown(ref writer, u.Value); break;
            }
            choice.End(ref writer);
        }
    }

    [Theory]
    [InlineData("40", null, null, 0)]                         // no additions
    [InlineData("C0 C0 01 05", 5, null, 0)]                   // as wide as ours
    [InlineData("C0 40 01 05", 5, null, 1)]                   // 1 addition: an older sender
    [InlineData("C0 00", null, null, 1)]                      // extension bit, bitmap without a bit
    [InlineData("C0 80", null, null, 2)]                      // the same, as wide as ours
    [InlineData("C1 E8 01 05 02 01 AA 02 BB CC", 5, "AA", 4)] // 4 additions: the last is unknown
    [InlineData("C1 88 01 00", null, null, 4)]                // only an unknown one
    public void Additions_of_any_edition_come_out_as_they_went_in(string hex, int? b, string? c, int tailWidth)
    {
        var octets = Hex(hex);
        var sample = PerReader.Decode<Sample>(octets, out var fault);
        Assert.Null(fault);
        Assert.True(sample.A);
        Assert.Equal(b, sample.B);
        Assert.Equal(c, sample.C is null ? null : Convert.ToHexString(sample.C));
        Assert.Equal(tailWidth, sample.Extensions?.Width ?? 0);
        Assert.Equal(Convert.ToHexString(octets), Convert.ToHexString(PerWriter.Encode(sample)));
    }

    [Fact]
    public void A_message_of_an_older_edition_can_be_given_a_newer_addition()
    {
        var older = PerReader.Decode<Sample>(Hex("C0 40 01 05"), out _);
        Assert.Equal("C0E0010502" + "01AA", Convert.ToHexString(PerWriter.Encode(older with { C = [0xAA] })));
    }

    [Fact]
    public void A_bitmap_of_more_than_64_additions_is_kept()
    {
        // Width 65: 1 bit "large", aligned length 41, 65 bits of which the first and the last are set.
        var octets = Hex("E0 41 80 00 00 00 00 00 00 00 80 01 05 01 77");
        var sample = PerReader.Decode<Sample>(octets, out var fault);
        Assert.Null(fault);
        Assert.Equal(5, sample.B);
        Assert.Equal(65, sample.Extensions!.Width);
        Assert.Equal(64, Assert.Single(sample.Extensions.Unknown).Index);
        Assert.Equal(octets, PerWriter.Encode(sample));
        var widened = PerReader.Decode<Sample>(PerWriter.Encode(PerReader.Decode<Sample>(Hex("C0 40 01 05"), out _) with
        {
            Extensions = new ExtensionTail(1, [new UnknownAddition(69, [1, 2, 3])]),
        }), out fault);
        Assert.Null(fault);
        Assert.Equal(5, widened.B);
        Assert.Equal(70, widened.Extensions!.Width);
        Assert.Equal(new byte[] { 1, 2, 3 }, Assert.Single(widened.Extensions.Unknown).Contents);
    }

    [Theory]
    [InlineData("00", typeof(Pick.A))]
    [InlineData("80 01 80", typeof(Pick.B))]
    [InlineData("81 02 12 34", typeof(Pick.Unrecognized))]
    [InlineData("BF 01 00", typeof(Pick.Unrecognized))]        // index 63
    [InlineData("C0 01 40 01 00", typeof(Pick.Unrecognized))]  // index 64, no longer normally small
    public void Alternatives_of_any_edition_come_out_as_they_went_in(string hex, Type type)
    {
        var octets = Hex(hex);
        var value = PerReader.Decode<Pick>(octets, out var fault, out var consumed);
        Assert.Null(fault);
        Assert.IsType(type, value);
        Assert.Equal(octets.Length, consumed);
        Assert.Equal(octets, PerWriter.Encode(value));
    }

    [Fact]
    public void A_fault_names_reason_place_clause_and_path()
    {
        PerReader.Decode<Sample>(Hex("C0 40 01"), out var fault);
        Assert.Equal(new DecodeFault(DecodeFaultReason.EndOfInput, 24, "X.691 (07/2002) 10.2", "Sample"), fault);
    }

    [Fact]
    public void An_addition_cannot_read_past_its_open_type()
    {
        PerReader.Decode<Sample>(Hex("C0 A0 02 05 AA 01 02"), out var fault);
        Assert.Equal(DecodeFaultReason.EndOfInput, fault?.Reason);
    }

    private static byte[] Hex(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
}
