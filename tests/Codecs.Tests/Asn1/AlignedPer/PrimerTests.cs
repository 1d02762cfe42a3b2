using System.Text.Json.Nodes;
using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.Tests.Asn1.AlignedPer;

/// <summary>Every rule of X.691 that the protocols use, on one small type each: see <c>fixtures/per/index.md</c>.</summary>
public sealed class PrimerTests
{
    private delegate JsonNode? Read(ref PerReader reader);

    private delegate void Write(ref PerWriter writer, JsonNode? value);

    private sealed record Codec(Read Read, Write Write);

    private static readonly PerAlphabet Dialled = PerAlphabet.From("0123456789#*,");

    private static readonly string[] EnumXByRank = ["a", "c", "b", "d", "e"];

    private static readonly Dictionary<string, Codec> Codecs = new()
    {
        ["I1to4"] = Integer(1, 4),
        ["I0to255"] = Integer(0, 255),
        ["I0to254"] = Integer(0, 254),
        ["I0to256"] = Integer(0, 256),
        ["I0to65535"] = Integer(0, 65535),
        ["I1to65535"] = Integer(1, 65535),
        ["I0to4G"] = Integer(0, uint.MaxValue),
        ["I1to4G"] = Integer(1, uint.MaxValue),
        ["ISemi"] = new((ref r) => r.SemiConstrainedInteger(0), (ref w, v) => w.SemiConstrainedInteger((long)v!, 0)),
        ["IUn"] = new((ref r) => r.Integer(), (ref w, v) => w.Integer((long)v!)),
        ["PadU8"] = Padded(Integer(0, 255)),
        ["PadU254"] = Padded(Integer(0, 254)),
        ["PadU16"] = Padded(Integer(0, 65535)),
        ["PadU32"] = Padded(Integer(0, uint.MaxValue)),
        ["PadUn"] = Padded(new((ref r) => r.Integer(), (ref w, v) => w.Integer((long)v!))),
        ["Oct1"] = Padded(Octets(1, 1)),
        ["Oct2"] = Padded(Octets(2, 2)),
        ["Oct3"] = Padded(Octets(3, 3)),
        ["Oct4"] = Padded(Octets(4, 4)),
        ["OctV20"] = Padded(Octets(1, 20)),
        ["OctV2"] = Padded(Octets(0, 2)),
        ["OctV256"] = Padded(Octets(1, 256)),
        ["OctUn"] = Padded(Octets(0, PerReader.Unbounded)),
        ["Bit10"] = Padded(Bits(10, 10)),
        ["Bit16"] = Padded(Bits(16, 16)),
        ["Bit17"] = Padded(Bits(17, 17)),
        ["Bit32"] = Padded(Bits(32, 32)),
        ["BitUn"] = Padded(Bits(0, PerReader.Unbounded)),
        ["Num04"] = Padded(Text(PerAlphabet.Numeric, 0, 4), boolean: true),
        ["Num03"] = Padded(Text(PerAlphabet.Numeric, 0, 3), boolean: true),
        ["Num4"] = Padded(Text(PerAlphabet.Numeric, 4, 4), boolean: true),
        ["Num5"] = Padded(Text(PerAlphabet.Numeric, 5, 5), boolean: true),
        ["Num110"] = Padded(Text(PerAlphabet.Numeric, 1, 10)),
        ["Dial"] = Padded(Text(Dialled, 1, 128)),
        ["IA532"] = Padded(Text(PerAlphabet.Ia5, 1, 32)),
        ["IA5Un"] = Padded(Text(PerAlphabet.Ia5, 0, PerReader.Unbounded)),
        ["IA5512"] = Padded(Text(PerAlphabet.Ia5, 1, 512)),
        ["Bmp128"] = Padded(Text(PerAlphabet.Bmp, 1, 128)),
        ["Bmp256"] = Padded(Text(PerAlphabet.Bmp, 1, 256)),
        ["Gen"] = Padded(new((ref r) => r.GeneralString(), (ref w, v) => w.GeneralString((string)v!))),
        ["Gen132"] = Padded(new((ref r) => r.GeneralString(), (ref w, v) => w.GeneralString((string)v!))),
        ["Oid"] = Padded(new(
            (ref r) => r.ObjectIdentifier().ToString(),
            (ref w, v) => w.ObjectIdentifier(ObjectIdentifier.Parse((string)v!)))),
        ["EnumX"] = new(
            (ref r) => EnumXByRank[r.Enumerated(3)],
            (ref w, v) => w.Enumerated(Array.IndexOf(EnumXByRank, (string)v!), 3)),
        ["ChX"] = new(ReadChX, WriteChX),
        ["ChOne"] = new(ReadChOne, WriteChOne),
        ["SeqX"] = new(ReadSeqX, WriteSeqX),
        ["SeqD"] = new(ReadSeqD, WriteSeqD),
        ["SetX"] = new(
            (ref r) =>
            {
                var (y, x, z) = (r.Integer(0, 255), r.Boolean(), r.Boolean());
                return new JsonObject { ["z"] = z, ["y"] = y, ["x"] = x };
            },
            (ref w, v) =>
            {
                w.Integer((long)v!["y"]!, 0, 255);
                w.Boolean((bool)v["x"]!);
                w.Boolean((bool)v["z"]!);
            }),
        ["SeqOfU"] = Padded(Booleans(0, PerReader.Unbounded)),
        ["SeqOf0255"] = Padded(Booleans(0, 255)),
        ["SeqOf1256"] = Padded(Booleans(1, 256)),
        ["SetOf029"] = Padded(Booleans(0, 29)),
        ["Std"] = Padded(new((ref r) => r.ExtensibleInteger(0, 16383), (ref w, v) => w.ExtensibleInteger((long)v!, 0, 16383))),
        ["Nul"] = new((ref _) => null, (ref _, _) => { }),
    };

    private static readonly JsonArray Vectors = JsonNode.Parse(Fixture.Text("per/primer.json"))!.AsArray();

    public static TheoryData<int, string> Entries()
    {
        var entries = new TheoryData<int, string>();
        for (var i = 0; i < Vectors.Count; i++)
            entries.Add(i, $"{Vectors[i]!["asn1"]} = {Vectors[i]!["value"]?.ToJsonString() ?? "null"}");
        return entries;
    }

    [Theory]
    [MemberData(nameof(Entries))]
    public void A_primer_vector_decodes_to_its_value(int index, string what)
    {
        var vector = Vectors[index]!;
        var octets = Convert.FromHexString((string)vector["hex"]!);
        var reader = new PerReader(octets);
        var value = Codecs[(string)vector["name"]!].Read(ref reader);
        Assert.Null(reader.Fault);
        Assert.Equal(vector["value"]?.ToJsonString(), value?.ToJsonString());
        Assert.True(reader.RemainingOctets == 0 || reader.BitOffset == 0, what);
    }

    [Theory]
    [MemberData(nameof(Entries))]
    public void A_primer_value_encodes_to_its_vector(int index, string what)
    {
        var vector = Vectors[index]!;
        var writer = new PerWriter(stackalloc byte[64]);
        Codecs[(string)vector["name"]!].Write(ref writer, vector["value"]);
        var encoding = Convert.ToHexString(writer.Complete());
        Assert.Null(writer.Fault);
        Assert.True((string)vector["hex"]! == encoding, $"{what}: {encoding}");
    }

    [Theory]
    [MemberData(nameof(Entries))]
    public void A_truncated_primer_vector_faults_at_the_cut(int index, string what)
    {
        var vector = Vectors[index]!;
        var octets = Convert.FromHexString((string)vector["hex"]!);
        if ((string)vector["name"]! == "Nul")
            return;
        for (var cut = 0; cut < octets.Length; cut++)
        {
            var reader = new PerReader(octets.AsSpan(0, cut));
            Codecs[(string)vector["name"]!].Read(ref reader);
            Assert.True(reader.Fault is { BitOffset: var bit } && bit <= cut * 8, what);
        }
    }

    private static Codec Integer(long min, long max) =>
        new((ref r) => r.Integer(min, max), (ref w, v) => w.Integer((long)v!, min, max));

    private static Codec Octets(int min, int max) => new(
        (ref r) => "0x" + Convert.ToHexString(r.OctetString(min, max)),
        (ref w, v) => w.OctetString(Convert.FromHexString(((string)v!)[2..]), min, max));

    private static Codec Bits(int min, int max) => new(
        (ref r) =>
        {
            var value = r.BitString(min, max);
            return new JsonObject { ["bits"] = value.Length, ["hex"] = Convert.ToHexString(value.Octets) };
        },
        (ref w, v) => w.BitString(new BitString((int)v!["bits"]!, Convert.FromHexString((string)v["hex"]!)), min, max));

    private static Codec Text(PerAlphabet alphabet, int min, int max) =>
        new((ref r) => r.String(alphabet, min, max), (ref w, v) => w.String((string)v!, alphabet, min, max));

    private static Codec Booleans(int min, int max) => new(
        (ref r) => new JsonArray([.. r.SequenceOf(static (ref e) => e.Boolean(), min, max).Select(b => (JsonNode)b)]),
        (ref w, v) => w.SequenceOf(v!.AsArray().Select(b => (bool)b!).ToList(), static (ref e, b) => e.Boolean(b), min, max));

    /// <summary>SEQUENCE { b BOOLEAN, v ... }, with a last BOOLEAN where the value has one.</summary>
    private static Codec Padded(Codec inner, bool boolean = false) => new(
        (ref r) =>
        {
            var value = new JsonObject { ["b"] = r.Boolean() };
            value["v"] = inner.Read(ref r);
            if (boolean)
                value["w"] = r.Boolean();
            return value;
        },
        (ref w, v) =>
        {
            w.Boolean((bool)v!["b"]!);
            inner.Write(ref w, v["v"]);
            if (v["w"] is { } last)
                w.Boolean((bool)last);
        });

    private static JsonObject ReadChX(ref PerReader reader)
    {
        var choice = reader.BeginChoice("ChX", root: 3, additions: 2);
        var value = choice.Index switch
        {
            0 => new JsonObject { ["a"] = null },
            1 => new JsonObject { ["b"] = reader.Integer(0, 255) },
            2 => new JsonObject { ["c"] = reader.Boolean() },
            3 => new JsonObject { ["d"] = reader.Boolean() },
            4 => new JsonObject { ["e"] = "0x" + Convert.ToHexString(reader.OctetString()) },
            _ => new JsonObject { ["unknown"] = choice.Unknown(ref reader).Index },
        };
        choice.End(ref reader);
        return value;
    }

    private static void WriteChX(ref PerWriter writer, JsonNode? node)
    {
        var (name, value) = node!.AsObject().Single();
        var choice = writer.BeginChoice(root: 3);
        choice.Select(ref writer, name[0] - 'a');
        switch (name)
        {
            case "b": writer.Integer((long)value!, 0, 255); break;
            case "c" or "d": writer.Boolean((bool)value!); break;
            case "e": writer.OctetString(Convert.FromHexString(((string)value!)[2..])); break;
        }
        choice.End(ref writer);
    }

    private static JsonObject ReadChOne(ref PerReader reader)
    {
        var b = reader.Boolean();
        var choice = reader.BeginChoice("ChOne", root: 1);
        var value = new JsonObject { ["b"] = b, ["c"] = new JsonObject { ["only"] = reader.Integer(0, 65535) } };
        choice.End(ref reader);
        return value;
    }

    private static void WriteChOne(ref PerWriter writer, JsonNode? node)
    {
        writer.Boolean((bool)node!["b"]!);
        var choice = writer.BeginChoice(root: 1);
        choice.Select(ref writer, 0);
        writer.Integer((long)node["c"]!["only"]!, 0, 65535);
        choice.End(ref writer);
    }

    private static JsonObject ReadSeqX(ref PerReader reader)
    {
        var value = new JsonObject();
        var sequence = reader.BeginSequence("SeqX", optionals: 1);
        value["a"] = reader.Boolean();
        if (sequence.Optional())
            value["b"] = reader.Integer(0, 255);
        if (sequence.Addition(ref reader))
            value["c"] = reader.Boolean();
        if (sequence.Addition(ref reader))
            value["d"] = "0x" + Convert.ToHexString(reader.OctetString());
        if (sequence.Addition(ref reader))
            value["e"] = null;
        Assert.Null(sequence.End(ref reader));
        return value;
    }

    private static void WriteSeqX(ref PerWriter writer, JsonNode? node)
    {
        var value = node!.AsObject();
        var sequence = writer.BeginSequence(optionals: 1, additions: 3);
        writer.Boolean((bool)value["a"]!);
        if (sequence.Optional(ref writer, value["b"]))
            writer.Integer((long)value["b"]!, 0, 255);
        if (sequence.Addition(ref writer, value["c"]))
            writer.Boolean((bool)value["c"]!);
        if (sequence.Addition(ref writer, value["d"]))
            writer.OctetString(Convert.FromHexString(((string)value["d"]!)[2..]));
        sequence.Addition(ref writer, value.ContainsKey("e"));
        sequence.End(ref writer);
    }

    private static JsonObject ReadSeqD(ref PerReader reader)
    {
        var sequence = reader.BeginPlainSequence("SeqD", optionals: 1);
        var value = new JsonObject
        {
            ["a"] = sequence.Optional() ? reader.Integer(0, 7) : 3,
            ["b"] = reader.Boolean(),
        };
        sequence.End(ref reader);
        return value;
    }

    private static void WriteSeqD(ref PerWriter writer, JsonNode? node)
    {
        var sequence = writer.BeginPlainSequence(optionals: 1);
        if (sequence.Optional(ref writer, (long)node!["a"]! != 3))
            writer.Integer((long)node["a"]!, 0, 7);
        writer.Boolean((bool)node["b"]!);
        sequence.End(ref writer);
    }
}
