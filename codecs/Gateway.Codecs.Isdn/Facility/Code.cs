using System.Formats.Asn1;
using System.Globalization;
using Gateway.Codecs.Asn1;
using Gateway.Codecs.Asn1.Ber;

namespace Gateway.Codecs.Isdn.Facility;

/// <summary>
/// Names an operation or an error: CHOICE { local INTEGER, global OBJECT IDENTIFIER } (X.880 07/94, clause 8; the operation and
/// error values of X.229). Exactly one of the two is set.
/// <code>02 len value | 06 len arcs</code>
/// </summary>
public readonly record struct Code
{
    private Code(int? localValue, string? globalValue)
    {
        LocalValue = localValue;
        GlobalValue = globalValue;
    }

    public int? LocalValue { get; }

    /// <summary>Dotted form.</summary>
    public string? GlobalValue { get; }

    public static Code Local(int value) => new(value, null);

    public static Code Global(string dotted) => new(null, dotted);

    public override string ToString() =>
        GlobalValue is null ? string.Create(CultureInfo.InvariantCulture, $"local:{LocalValue ?? 0}") : $"oid:{GlobalValue}";

    internal static Code Decode(ref BerReader reader, string name)
    {
        if (reader.NextIs(Asn1Tag.ObjectIdentifier))
        {
            return Global(reader.ReadObjectIdentifier(name));
        }

        return Local(reader.ReadInteger(name));
    }

    internal void Encode(ref BerWriter writer)
    {
        if (GlobalValue is null)
        {
            writer.WriteInteger(LocalValue ?? 0);
        }
        else
        {
            writer.WriteObjectIdentifier(GlobalValue);
        }
    }
}
