using System.Formats.Asn1;
using Gateway.Codecs.Asn1.Ber;
using Gateway.Codecs.Isdn.Facility.Types;

namespace Gateway.Codecs.Isdn.Facility.Qsig;

/// <summary>
/// Argument of the four name operations, which differ in nothing else (ECMA-164 4th edition, annex A).
/// <code>Name | 30 {Name, A5 extension | A6 extensions}</code>
/// </summary>
public sealed record NameArgument(Name Name, byte[]? Extension = null)
{
    private const int ExtensionTag = 5;

    internal static NameArgument Decode(ref BerReader reader)
    {
        if (!reader.NextIs(Asn1Tag.Sequence))
        {
            return new NameArgument(Name.Decode(ref reader, "name"));
        }

        BerReader.Scope scope = reader.Enter(Asn1Tag.Sequence, "nameSequence");
        var argument = new NameArgument(Name.Decode(ref reader, "name"), ManufacturerExtension.Decode(ref reader, ExtensionTag));
        reader.Leave(scope);
        return argument;
    }

    internal void Encode(ref BerWriter writer)
    {
        if (Extension is null)
        {
            Name.Encode(ref writer);
            return;
        }

        int mark = writer.Enter(Asn1Tag.Sequence);
        Name.Encode(ref writer);
        writer.WriteEncoded(Extension);
        writer.Leave(mark);
    }
}

/// <summary>callingName, local 0, in SETUP (ECMA-164 4th edition, 6.5.1).</summary>
public sealed record CallingName(NameArgument Argument) : Operation
{
    internal const int Value = 0;

    public override Code Code => Code.Local(Value);

    internal override void EncodeArgument(ref BerWriter writer) => Argument.Encode(ref writer);
}

/// <summary>calledName, local 1, in ALERTING (ECMA-164 4th edition, 6.5.1).</summary>
public sealed record CalledName(NameArgument Argument) : Operation
{
    internal const int Value = 1;

    public override Code Code => Code.Local(Value);

    internal override void EncodeArgument(ref BerWriter writer) => Argument.Encode(ref writer);
}

/// <summary>connectedName, local 2, in CONNECT (ECMA-164 4th edition, 6.5.1).</summary>
public sealed record ConnectedName(NameArgument Argument) : Operation
{
    internal const int Value = 2;

    public override Code Code => Code.Local(Value);

    internal override void EncodeArgument(ref BerWriter writer) => Argument.Encode(ref writer);
}

/// <summary>busyName, local 3, in DISCONNECT (ECMA-164 4th edition, 6.5.1).</summary>
public sealed record BusyName(NameArgument Argument) : Operation
{
    internal const int Value = 3;

    public override Code Code => Code.Local(Value);

    internal override void EncodeArgument(ref BerWriter writer) => Argument.Encode(ref writer);
}
