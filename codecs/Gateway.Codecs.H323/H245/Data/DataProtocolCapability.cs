using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Data;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record DataProtocolCapability : IPerType<DataProtocolCapability>
{
    private DataProtocolCapability() { }

    public sealed record NonStandard(NonStandardParameter Value) : DataProtocolCapability;

    public sealed record V14buffered : DataProtocolCapability;

    public sealed record V42lapm : DataProtocolCapability;

    public sealed record HdlcFrameTunnelling : DataProtocolCapability;

    public sealed record H310SeparateVCStack : DataProtocolCapability;

    public sealed record H310SingleVCStack : DataProtocolCapability;

    public sealed record Transparent : DataProtocolCapability;

    public sealed record SegmentationAndReassembly : DataProtocolCapability;

    public sealed record HdlcFrameTunnelingwSAR : DataProtocolCapability;

    public sealed record V120 : DataProtocolCapability;

    public sealed record SeparateLANStack : DataProtocolCapability;

    public sealed record V76wCompression(DataProtocolCapabilityV76wCompression Value) : DataProtocolCapability;

    public sealed record Tcp : DataProtocolCapability;

    public sealed record Udp : DataProtocolCapability;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : DataProtocolCapability;

    public static DataProtocolCapability Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("DataProtocolCapability", root: 7, additions: 7);
        DataProtocolCapability value = choice.Index switch
        {
            0 => new NonStandard(NonStandardParameter.Decode(ref reader)),
            1 => new V14buffered(),
            2 => new V42lapm(),
            3 => new HdlcFrameTunnelling(),
            4 => new H310SeparateVCStack(),
            5 => new H310SingleVCStack(),
            6 => new Transparent(),
            7 => new SegmentationAndReassembly(),
            8 => new HdlcFrameTunnelingwSAR(),
            9 => new V120(),
            10 => new SeparateLANStack(),
            11 => new V76wCompression(DataProtocolCapabilityV76wCompression.Decode(ref reader)),
            12 => new Tcp(),
            13 => new Udp(),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 7);
        switch (this)
        {
            case NonStandard alternative:
                choice.Select(ref writer, 0);
                alternative.Value.Encode(ref writer);
                break;
            case V14buffered:
                choice.Select(ref writer, 1);
                break;
            case V42lapm:
                choice.Select(ref writer, 2);
                break;
            case HdlcFrameTunnelling:
                choice.Select(ref writer, 3);
                break;
            case H310SeparateVCStack:
                choice.Select(ref writer, 4);
                break;
            case H310SingleVCStack:
                choice.Select(ref writer, 5);
                break;
            case Transparent:
                choice.Select(ref writer, 6);
                break;
            case SegmentationAndReassembly:
                choice.Select(ref writer, 7);
                break;
            case HdlcFrameTunnelingwSAR:
                choice.Select(ref writer, 8);
                break;
            case V120:
                choice.Select(ref writer, 9);
                break;
            case SeparateLANStack:
                choice.Select(ref writer, 10);
                break;
            case V76wCompression alternative:
                choice.Select(ref writer, 11);
                alternative.Value.Encode(ref writer);
                break;
            case Tcp:
                choice.Select(ref writer, 12);
                break;
            case Udp:
                choice.Select(ref writer, 13);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A, DataProtocolCapability).</summary>
public abstract record DataProtocolCapabilityV76wCompression : IPerType<DataProtocolCapabilityV76wCompression>
{
    private DataProtocolCapabilityV76wCompression() { }

    public sealed record TransmitCompression(CompressionType Value) : DataProtocolCapabilityV76wCompression;

    public sealed record ReceiveCompression(CompressionType Value) : DataProtocolCapabilityV76wCompression;

    public sealed record TransmitAndReceiveCompression(CompressionType Value) : DataProtocolCapabilityV76wCompression;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : DataProtocolCapabilityV76wCompression;

    public static DataProtocolCapabilityV76wCompression Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("DataProtocolCapabilityV76wCompression", root: 3);
        DataProtocolCapabilityV76wCompression value = choice.Index switch
        {
            0 => new TransmitCompression(CompressionType.Decode(ref reader)),
            1 => new ReceiveCompression(CompressionType.Decode(ref reader)),
            2 => new TransmitAndReceiveCompression(CompressionType.Decode(ref reader)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 3);
        switch (this)
        {
            case TransmitCompression alternative:
                choice.Select(ref writer, 0);
                alternative.Value.Encode(ref writer);
                break;
            case ReceiveCompression alternative:
                choice.Select(ref writer, 1);
                alternative.Value.Encode(ref writer);
                break;
            case TransmitAndReceiveCompression alternative:
                choice.Select(ref writer, 2);
                alternative.Value.Encode(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}
