using System.Formats.Asn1;
using Gateway.Codecs.Asn1;
using Gateway.Codecs.Asn1.Ber;

namespace Codecs.Tests.Asn1.Ber;

/// <summary>Basic encoding rules. Octets are those of X.690 (07/2002) where it shows some, otherwise composed after its clauses.</summary>
public class BerTests
{
    [Theory]
    [InlineData("020100", 0)]
    [InlineData("02017f", 127)]
    [InlineData("02020080", 128)]
    [InlineData("02020100", 256)]
    [InlineData("020180", -128)]
    [InlineData("0202ff7f", -129)]
    [InlineData("0203008001", 0x8001)]
    [InlineData("02047fffffff", int.MaxValue)]
    [InlineData("020480000000", int.MinValue)]
    public void Integers_take_as_few_octets_as_they_need(string hex, int value)
    {
        var reader = Reader(hex);
        Assert.Equal(value, reader.ReadInteger("value"));
        Assert.True(reader.AtEnd);
        Assert.Null(reader.Fault);

        Span<byte> octets = stackalloc byte[8];
        var writer = new BerWriter(octets);
        writer.WriteInteger(value);
        Assert.Equal(hex, Convert.ToHexStringLower(octets[..writer.Written]));
    }

    [Theory]
    [InlineData("02050000000001", 1)] // redundant octets are taken
    [InlineData("0202ffff", -1)]
    [InlineData("02810101", 1)] // long form of a short length, 8.1.3.5
    [InlineData("0282000101", 1)]
    public void Integers_are_read_in_every_form(string hex, int value)
    {
        var reader = Reader(hex);
        Assert.Equal(value, reader.ReadInteger("value"));
        Assert.Null(reader.Fault);
    }

    [Theory]
    [InlineData("0200", DecodeFaultReason.Malformed)]
    [InlineData("02050100000000", DecodeFaultReason.ValueOutOfRange)]
    [InlineData("020200", DecodeFaultReason.EndOfInput)]
    [InlineData("0284ffffffff", DecodeFaultReason.EndOfInput)]
    [InlineData("02", DecodeFaultReason.EndOfInput)]
    [InlineData("", DecodeFaultReason.EndOfInput)]
    [InlineData("040100", DecodeFaultReason.UnknownAlternative)]
    [InlineData("2203020100", DecodeFaultReason.Malformed)] // constructed
    [InlineData("0280020100", DecodeFaultReason.EndOfInput)] // indefinite and primitive
    public void Broken_integers_are_faults_and_everything_after_reads_as_nothing(string hex, DecodeFaultReason reason)
    {
        var reader = Reader(hex);
        Assert.Equal(0, reader.ReadInteger("value"));
        Assert.Equal(reason, reader.Fault!.Value.Reason);
        Assert.Equal("root.value", reader.Fault.Value.Path);
        Assert.True(reader.AtEnd);
        Assert.Empty(reader.ReadOctets(Asn1Tag.PrimitiveOctetString, "later"));
        Assert.Equal("root.value", reader.Fault.Value.Path);
    }

    [Theory]
    [InlineData("0603813403", "2.100.3")] // 8.19.5
    [InlineData("0606040082710104", "0.4.0.369.1.4")]
    [InlineData("06072a8648ce150008", "1.2.840.10005.0.8")]
    [InlineData("06042b0c0900", "1.3.12.9.0")]
    [InlineData("06058fffffff7f", "2.4294967215")]
    [InlineData("060127", "0.39")]
    public void Object_identifiers(string hex, string dotted)
    {
        var reader = Reader(hex);
        Assert.Equal(dotted, reader.ReadObjectIdentifier("oid"));
        Assert.Null(reader.Fault);

        Span<byte> octets = stackalloc byte[16];
        var writer = new BerWriter(octets);
        writer.WriteObjectIdentifier(dotted);
        Assert.Equal(hex, Convert.ToHexStringLower(octets[..writer.Written]));
    }

    [Theory]
    [InlineData("0600", DecodeFaultReason.Malformed)]
    [InlineData("060181", DecodeFaultReason.Malformed)]
    [InlineData("06069080808080 00", DecodeFaultReason.ValueOutOfRange)]
    public void Broken_object_identifiers_are_faults(string hex, DecodeFaultReason reason)
    {
        var reader = Reader(hex);
        Assert.Equal("", reader.ReadObjectIdentifier("oid"));
        Assert.Equal(reason, reader.Fault!.Value.Reason);
    }

    [Theory]
    [InlineData("0101ff", true)]
    [InlineData("010101", true)]
    [InlineData("010100", false)]
    public void Any_non_zero_octet_is_true(string hex, bool value)
    {
        var reader = Reader(hex);
        Assert.Equal(value, reader.ReadBoolean("flag"));
        Assert.Null(reader.Fault);
    }

    [Theory]
    [InlineData("3003020105")]
    [InlineData("30800201050000")]
    [InlineData("3081030201 05")]
    public void A_sequence_ends_where_its_length_or_its_end_of_contents_says(string hex)
    {
        var reader = Reader(hex + "020107");
        BerReader.Scope scope = reader.Enter(Asn1Tag.Sequence, "sequence");
        Assert.Equal(5, reader.ReadInteger("inner"));
        Assert.True(reader.AtEnd);
        reader.Leave(scope);
        Assert.Equal(7, reader.ReadInteger("outer"));
        Assert.Null(reader.Fault);
    }

    [Fact]
    public void Elements_left_in_a_sequence_are_passed_over()
    {
        var reader = Reader("30090201050404deadbeef 020107");
        BerReader.Scope scope = reader.Enter(Asn1Tag.Sequence, "sequence");
        Assert.Equal(5, reader.ReadInteger("inner"));
        reader.Leave(scope);
        Assert.Equal(7, reader.ReadInteger("outer"));
        Assert.Null(reader.Fault);
    }

    [Fact]
    public void Nested_indefinite_lengths_find_their_own_ends()
    {
        var reader = Reader("3080 3080 020101 0000 3002 0500 0000 0500");
        BerReader.Scope outer = reader.Enter(Asn1Tag.Sequence, "outer");
        BerReader.Scope inner = reader.Enter(Asn1Tag.Sequence, "inner");
        Assert.Equal(1, reader.ReadInteger("value"));
        reader.Leave(inner);
        Assert.Equal("30020500", Convert.ToHexStringLower(reader.ReadEncodedValue("rest")));
        Assert.True(reader.AtEnd);
        reader.Leave(outer);
        reader.ReadNull(Asn1Tag.Null, "null");
        Assert.Null(reader.Fault);
    }

    [Fact]
    public void A_missing_end_of_contents_is_a_fault_at_every_length()
    {
        byte[] octets = Convert.FromHexString("308030800201010000300205000000");
        for (int length = 0; length < octets.Length; length++)
        {
            var reader = new BerReader(octets.AsSpan(0, length), "root");
            reader.Enter(Asn1Tag.Sequence, "sequence");
            Assert.Equal(DecodeFaultReason.EndOfInput, reader.Fault!.Value.Reason);
            Assert.Equal(0, reader.Fault.Value.BitOffset);
        }
    }

    [Fact]
    public void Strings_may_come_in_segments()
    {
        var reader = Reader("24080402dead0402beef");
        Assert.Equal("deadbeef", Convert.ToHexStringLower(reader.ReadOctets(Asn1Tag.PrimitiveOctetString, "octets")));

        var numeric = Reader("32070403313233 0400");
        Assert.Equal("123", numeric.ReadCharacters(BerTag.NumericString, "digits"));

        var tagged = Reader("a0070402313204 0133");
        Assert.Equal("123", tagged.ReadCharacters(BerTag.Context(0), "digits"));

        var broken = Reader("240402010204");
        Assert.Empty(broken.ReadOctets(Asn1Tag.PrimitiveOctetString, "octets"));
        Assert.Equal(DecodeFaultReason.Malformed, broken.Fault!.Value.Reason);
    }

    [Fact]
    public void A_string_longer_than_its_constraint_is_a_fault()
    {
        var reader = Reader("0403010203");
        Assert.Empty(reader.ReadOctets(Asn1Tag.PrimitiveOctetString, "octets", 2));
        Assert.Equal(DecodeFaultReason.LengthOutOfRange, reader.Fault!.Value.Reason);
    }

    [Fact]
    public void Nesting_is_bounded()
    {
        var reader = new BerReader(Convert.FromHexString(string.Concat(Enumerable.Repeat("3080", 64)) + new string('0', 256)), "root");
        for (int level = 0; level < 64; level++)
            reader.Enter(Asn1Tag.Sequence, "level");
        Assert.Equal(DecodeFaultReason.TooDeep, reader.Fault!.Value.Reason);
    }

    [Theory]
    [InlineData(0, "3002 0400")]
    [InlineData(125, "307f 047d")]
    [InlineData(126, "308180 047e")]
    [InlineData(127, "308181 047f")]
    [InlineData(128, "308183 048180")]
    [InlineData(252, "3081ff 0481fc")]
    [InlineData(253, "30820100 0481fd")]
    [InlineData(256, "30820104 04820100")]
    public void Lengths_take_their_shortest_form(int count, string head)
    {
        byte[] octets = new byte[512];
        var writer = new BerWriter(octets);
        int mark = writer.Enter(Asn1Tag.Sequence);
        writer.WriteOctets(Asn1Tag.PrimitiveOctetString, new byte[count]);
        writer.Leave(mark);
        string expected = head.Replace(" ", "", StringComparison.Ordinal);
        Assert.Equal(expected, Convert.ToHexStringLower(octets.AsSpan(0, expected.Length / 2)));
        Assert.Equal((expected.Length / 2) + count, writer.Written);
    }

    private static BerReader Reader(string hex) =>
        new(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)), "root");
}
