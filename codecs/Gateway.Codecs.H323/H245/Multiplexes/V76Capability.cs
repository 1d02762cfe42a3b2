using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record V76Capability : IPerType<V76Capability>
{
    public required bool SuspendResumeCapabilitywAddress { get; init; }

    public required bool SuspendResumeCapabilitywoAddress { get; init; }

    public required bool RejCapability { get; init; }

    public required bool SREJCapability { get; init; }

    public required bool MREJCapability { get; init; }

    public required bool Crc8bitCapability { get; init; }

    public required bool Crc16bitCapability { get; init; }

    public required bool Crc32bitCapability { get; init; }

    public required bool UihCapability { get; init; }

    public required int NumOfDLCS { get; init; }

    public required bool TwoOctetAddressFieldCapability { get; init; }

    public required bool LoopBackTestCapability { get; init; }

    public required int N401Capability { get; init; }

    public required int MaxWindowSizeCapability { get; init; }

    public required V75Capability V75Capability { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static V76Capability Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("V76Capability");
        return new V76Capability
        {
            SuspendResumeCapabilitywAddress = reader.Boolean(),
            SuspendResumeCapabilitywoAddress = reader.Boolean(),
            RejCapability = reader.Boolean(),
            SREJCapability = reader.Boolean(),
            MREJCapability = reader.Boolean(),
            Crc8bitCapability = reader.Boolean(),
            Crc16bitCapability = reader.Boolean(),
            Crc32bitCapability = reader.Boolean(),
            UihCapability = reader.Boolean(),
            NumOfDLCS = reader.Integer(2, 8191),
            TwoOctetAddressFieldCapability = reader.Boolean(),
            LoopBackTestCapability = reader.Boolean(),
            N401Capability = reader.Integer(1, 4095),
            MaxWindowSizeCapability = reader.Integer(1, 127),
            V75Capability = V75Capability.Decode(ref reader),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Boolean(SuspendResumeCapabilitywAddress);
        writer.Boolean(SuspendResumeCapabilitywoAddress);
        writer.Boolean(RejCapability);
        writer.Boolean(SREJCapability);
        writer.Boolean(MREJCapability);
        writer.Boolean(Crc8bitCapability);
        writer.Boolean(Crc16bitCapability);
        writer.Boolean(Crc32bitCapability);
        writer.Boolean(UihCapability);
        writer.Integer(NumOfDLCS, 2, 8191);
        writer.Boolean(TwoOctetAddressFieldCapability);
        writer.Boolean(LoopBackTestCapability);
        writer.Integer(N401Capability, 1, 4095);
        writer.Integer(MaxWindowSizeCapability, 1, 127);
        V75Capability.Encode(ref writer);
        sequence.End(ref writer);
    }
}
