using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Data;
using Gateway.Codecs.H323.H245.Generic;

namespace Gateway.Codecs.H323.H245.Modes;

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A).</summary>
public sealed record DataMode : IPerType<DataMode>
{
    public required DataModeApplication Application { get; init; }

    /// <summary>In units of 100 bit/s.</summary>
    public required uint BitRate { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static DataMode Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("DataMode");
        return new DataMode
        {
            Application = DataModeApplication.Decode(ref reader),
            BitRate = reader.Integer(0u, 4294967295u),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        Application.Encode(ref writer);
        writer.Integer(BitRate, 0, 4294967295);
        sequence.End(ref writer);
    }
}

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A, DataMode).</summary>
public abstract record DataModeApplication : IPerType<DataModeApplication>
{
    private DataModeApplication() { }

    public sealed record NonStandard(NonStandardParameter Value) : DataModeApplication;

    public sealed record T120(DataProtocolCapability Value) : DataModeApplication;

    public sealed record DsmCc(DataProtocolCapability Value) : DataModeApplication;

    public sealed record UserData(DataProtocolCapability Value) : DataModeApplication;

    public sealed record T84(DataProtocolCapability Value) : DataModeApplication;

    public sealed record T434(DataProtocolCapability Value) : DataModeApplication;

    public sealed record H224(DataProtocolCapability Value) : DataModeApplication;

    public sealed record Nlpid : DataModeApplication
    {
        public required DataProtocolCapability NlpidProtocol { get; init; }

        public required byte[] NlpidData { get; init; }

        internal static Nlpid DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginPlainSequence("DataModeApplication.nlpid");
            var value = new Nlpid
            {
                NlpidProtocol = DataProtocolCapability.Decode(ref reader),
                NlpidData = reader.OctetString(),
            };
            sequence.End(ref reader);
            return value;
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            NlpidProtocol.Encode(ref writer);
            writer.OctetString(NlpidData);
        }
    }

    public sealed record DsvdControl : DataModeApplication;

    public sealed record H222DataPartitioning(DataProtocolCapability Value) : DataModeApplication;

    public sealed record T30fax(DataProtocolCapability Value) : DataModeApplication;

    public sealed record T140(DataProtocolCapability Value) : DataModeApplication;

    public sealed record T38fax : DataModeApplication
    {
        public required DataProtocolCapability T38FaxProtocol { get; init; }

        public required T38FaxProfile T38FaxProfile { get; init; }

        internal static T38fax DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginPlainSequence("DataModeApplication.t38fax");
            var value = new T38fax
            {
                T38FaxProtocol = DataProtocolCapability.Decode(ref reader),
                T38FaxProfile = T38FaxProfile.Decode(ref reader),
            };
            sequence.End(ref reader);
            return value;
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            T38FaxProtocol.Encode(ref writer);
            T38FaxProfile.Encode(ref writer);
        }
    }

    public sealed record GenericDataMode(GenericCapability Value) : DataModeApplication;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : DataModeApplication;

    public static DataModeApplication Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("DataModeApplication", root: 10, additions: 4);
        DataModeApplication value = choice.Index switch
        {
            0 => new NonStandard(NonStandardParameter.Decode(ref reader)),
            1 => new T120(DataProtocolCapability.Decode(ref reader)),
            2 => new DsmCc(DataProtocolCapability.Decode(ref reader)),
            3 => new UserData(DataProtocolCapability.Decode(ref reader)),
            4 => new T84(DataProtocolCapability.Decode(ref reader)),
            5 => new T434(DataProtocolCapability.Decode(ref reader)),
            6 => new H224(DataProtocolCapability.Decode(ref reader)),
            7 => Nlpid.DecodeContents(ref reader),
            8 => new DsvdControl(),
            9 => new H222DataPartitioning(DataProtocolCapability.Decode(ref reader)),
            10 => new T30fax(DataProtocolCapability.Decode(ref reader)),
            11 => new T140(DataProtocolCapability.Decode(ref reader)),
            12 => T38fax.DecodeContents(ref reader),
            13 => new GenericDataMode(GenericCapability.Decode(ref reader)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 10);
        switch (this)
        {
            case NonStandard alternative:
                choice.Select(ref writer, 0);
                alternative.Value.Encode(ref writer);
                break;
            case T120 alternative:
                choice.Select(ref writer, 1);
                alternative.Value.Encode(ref writer);
                break;
            case DsmCc alternative:
                choice.Select(ref writer, 2);
                alternative.Value.Encode(ref writer);
                break;
            case UserData alternative:
                choice.Select(ref writer, 3);
                alternative.Value.Encode(ref writer);
                break;
            case T84 alternative:
                choice.Select(ref writer, 4);
                alternative.Value.Encode(ref writer);
                break;
            case T434 alternative:
                choice.Select(ref writer, 5);
                alternative.Value.Encode(ref writer);
                break;
            case H224 alternative:
                choice.Select(ref writer, 6);
                alternative.Value.Encode(ref writer);
                break;
            case Nlpid alternative:
                choice.Select(ref writer, 7);
                alternative.EncodeContents(ref writer);
                break;
            case DsvdControl:
                choice.Select(ref writer, 8);
                break;
            case H222DataPartitioning alternative:
                choice.Select(ref writer, 9);
                alternative.Value.Encode(ref writer);
                break;
            case T30fax alternative:
                choice.Select(ref writer, 10);
                alternative.Value.Encode(ref writer);
                break;
            case T140 alternative:
                choice.Select(ref writer, 11);
                alternative.Value.Encode(ref writer);
                break;
            case T38fax alternative:
                choice.Select(ref writer, 12);
                alternative.EncodeContents(ref writer);
                break;
            case GenericDataMode alternative:
                choice.Select(ref writer, 13);
                alternative.Value.Encode(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}
