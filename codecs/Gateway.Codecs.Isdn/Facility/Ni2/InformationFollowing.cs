using Gateway.Codecs.Asn1.Ber;

namespace Gateway.Codecs.Isdn.Facility.Ni2;

/// <summary>
/// informationFollowing, 1.2.840.10005.0.4 (GR-2865): in SETUP, announces a FACILITY with the calling name. No answer.
/// <code>0A value</code>
/// </summary>
public sealed record InformationFollowing(int Kind) : Operation
{
    internal const int Arc = 4;

    public override Code Code => Code.Global(Ni2Operation.Root + "4");

    internal static InformationFollowing Decode(ref BerReader reader) => new(reader.ReadEnumerated("informationFollowing"));

    internal override void EncodeArgument(ref BerWriter writer) => writer.WriteEnumerated(Kind);
}
