using System.Diagnostics;
using Gateway.Codecs.Asn1;
using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.Tests.Asn1.AlignedPer;

/// <summary>X.691 (07/2002) 10.9.3.5 to 10.9.3.8: lengths at and above 16K come in fragments.</summary>
public sealed class FragmentTests
{
    [Theory]
    [InlineData(127, "7F", 127)]
    [InlineData(128, "8080", 128)]
    [InlineData(16383, "BFFF", 16383)]
    [InlineData(16384, "C1", 16384)]
    [InlineData(40000, "C2", 32768)]
    [InlineData(65536, "C4", 65536)]
    [InlineData(65836, "C4", 65536)]
    [InlineData(131072 + 50000, "C4", 65536)]
    public void An_octet_string_and_an_open_type_are_fragmented_alike(int length, string head, int firstPart)
    {
        var value = Enumerable.Range(0, length).Select(i => (byte)(i * 7)).ToArray();
        var plain = new PerWriter(16);
        plain.OctetString(value);
        var expected = plain.Complete().ToArray();
        plain.Dispose();
        Assert.StartsWith(head, Convert.ToHexString(expected.AsSpan(0, 4)), StringComparison.Ordinal);
        Assert.Equal(value[..firstPart], expected[(head.Length / 2)..(head.Length / 2 + firstPart)]);

        var nested = new PerWriter(16);
        var open = nested.BeginOpenType();
        nested.OctetString(value, 0, PerReader.Unbounded);
        nested.EndOpenType(open);
        var inner = nested.Complete().ToArray();
        nested.Dispose();

        var reader = new PerReader(inner);
        var entered = reader.BeginOpenType();
        var back = reader.OctetString();
        reader.EndOpenType(entered);
        Assert.Null(reader.Fault);
        Assert.Equal(0, reader.RemainingOctets);
        Assert.Equal(value, back);

        var raw = new PerReader(inner);
        Assert.Equal(expected, raw.OpenType());
    }

    [Fact]
    public void The_fragments_of_the_annex_example_are_64K_and_300()
    {
        var writer = new PerWriter(16);
        writer.OctetString(new byte[65836]);
        var octets = writer.Complete();
        Assert.Equal(1 + 65536 + 2 + 300, octets.Length);
        Assert.Equal("812C", Convert.ToHexString(octets.Slice(65537, 2)));
        writer.Dispose();
    }

    [Theory]
    [InlineData(16384)]
    [InlineData(70001)]
    public void Bits_elements_and_characters_are_fragmented_too(int count)
    {
        var bits = new BitString(count, [.. Enumerable.Range(0, (count + 7) / 8).Select(i => (byte)(i == count / 8 ? 0x80 : i))]);
        var booleans = Enumerable.Range(0, count).Select(i => i % 3 == 0).ToList();
        var text = string.Concat(Enumerable.Range(0, count).Select(i => (char)('0' + i % 10)));
        var writer = new PerWriter(16);
        writer.BitString(bits);
        writer.SequenceOf(booleans, static (ref w, b) => w.Boolean(b));
        writer.String(text, PerAlphabet.Numeric);
        writer.String(text, PerAlphabet.Bmp);
        writer.GeneralString(text);
        var octets = writer.Complete().ToArray();
        writer.Dispose();
        var reader = new PerReader(octets);
        Assert.Equal(bits, reader.BitString());
        Assert.Equal(booleans, reader.SequenceOf(static (ref r) => r.Boolean()));
        Assert.Equal(text, reader.String(PerAlphabet.Numeric));
        Assert.Equal(text, reader.String(PerAlphabet.Bmp));
        Assert.Equal(text, reader.GeneralString());
        Assert.Null(reader.Fault);
        Assert.Equal(0, reader.RemainingOctets);
    }

    [Theory]
    [InlineData("C0")]
    [InlineData("C5")]
    [InlineData("FF")]
    public void A_fragment_of_none_or_of_more_than_64K_is_refused(string hex)
    {
        var reader = new PerReader(Convert.FromHexString(hex));
        reader.OctetString();
        Assert.Equal(DecodeFaultReason.LengthOutOfRange, reader.Fault?.Reason);
    }

    [Fact]
    public void A_count_is_checked_before_anything_is_allocated()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reader = new PerReader([0xC4, 0, 0, 0]);
        reader.SequenceOf(static (ref r) => r.OctetString());
        Assert.Equal(DecodeFaultReason.EndOfInput, reader.Fault?.Reason);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 4096);
    }

    [Fact]
    public void Writing_allocates_nothing_once_the_pool_is_warm()
    {
        var value = new byte[3000];
        Write(value);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            Write(value);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        static void Write(byte[] value)
        {
            var writer = new PerWriter(64);
            var open = writer.BeginOpenType();
            writer.OctetString(value);
            writer.EndOpenType(open);
            Debug.Assert(writer.Complete().Length > 3000);
            writer.Dispose();
        }
    }

    [Fact]
    public void A_full_span_is_a_fault()
    {
        var writer = new PerWriter(stackalloc byte[4]);
        writer.OctetString([1, 2, 3, 4]);
        Assert.Equal(EncodeFaultReason.NoRoom, writer.Fault?.Reason);
        Assert.True(writer.Complete().IsEmpty);
    }
}
