using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H245.Generic;
using Gateway.Codecs.H323.H245.Security;

namespace Gateway.Codecs.H323.H245;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record UserInputIndication : IPerType<UserInputIndication>
{
    private static readonly PerAlphabet SignalCharacters = PerAlphabet.From("0123456789#*ABCD!");

    private UserInputIndication() { }

    public sealed record NonStandard(NonStandardParameter Value) : UserInputIndication;

    public sealed record Alphanumeric(string Value) : UserInputIndication;

    public sealed record UserInputSupportIndication(UserInputIndicationUserInputSupportIndication Value) : UserInputIndication;

    public sealed record Signal : UserInputIndication
    {
        public required string SignalType { get; init; }

        public int? Duration { get; init; }

        public UserInputIndicationSignalRtp? Rtp { get; init; }

        public Null? RtpPayloadIndication { get; init; }

        public EncryptionParameters? ParamS { get; init; }

        public byte[]? EncryptedSignalType { get; init; }

        public ObjectIdentifier? AlgorithmOID { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static Signal DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("UserInputIndication.signal", optionals: 2);
            return new Signal
            {
                SignalType = reader.String(SignalCharacters, 1, 1),
                Duration = sequence.Optional() ? reader.Integer(1, 65535) : null,
                Rtp = sequence.Optional() ? UserInputIndicationSignalRtp.Decode(ref reader) : null,
                RtpPayloadIndication = sequence.Addition(ref reader) ? new Null() : null,
                ParamS = sequence.Addition(ref reader) ? EncryptionParameters.Decode(ref reader) : null,
                EncryptedSignalType = sequence.Addition(ref reader) ? reader.OctetString(1) : null,
                AlgorithmOID = sequence.Addition(ref reader) ? reader.ObjectIdentifier() : null,
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(optionals: 2, additions: 4, tail: Extensions);
            writer.String(SignalType, SignalCharacters, 1, 1);
            if (sequence.Optional(ref writer, Duration))
                writer.Integer(Duration.Value, 1, 65535);
            if (sequence.Optional(ref writer, Rtp))
                Rtp.Encode(ref writer);
            sequence.Addition(ref writer, RtpPayloadIndication);
            if (sequence.Addition(ref writer, ParamS))
                ParamS.Encode(ref writer);
            if (sequence.Addition(ref writer, EncryptedSignalType))
                writer.OctetString(EncryptedSignalType, 1);
            if (sequence.Addition(ref writer, AlgorithmOID))
                writer.ObjectIdentifier(AlgorithmOID.Value);
            sequence.End(ref writer);
        }
    }

    public sealed record SignalUpdate : UserInputIndication
    {
        public required int Duration { get; init; }

        public UserInputIndicationSignalUpdateRtp? Rtp { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static SignalUpdate DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("UserInputIndication.signalUpdate", optionals: 1);
            return new SignalUpdate
            {
                Duration = reader.Integer(1, 65535),
                Rtp = sequence.Optional() ? UserInputIndicationSignalUpdateRtp.Decode(ref reader) : null,
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
            writer.Integer(Duration, 1, 65535);
            if (sequence.Optional(ref writer, Rtp))
                Rtp.Encode(ref writer);
            sequence.End(ref writer);
        }
    }

    public sealed record ExtendedAlphanumeric : UserInputIndication
    {
        public new required string Alphanumeric { get; init; }

        public Null? RtpPayloadIndication { get; init; }

        public new UserInputIndicationExtendedAlphanumericEncryptedAlphanumeric? EncryptedAlphanumeric { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static ExtendedAlphanumeric DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("UserInputIndication.extendedAlphanumeric", optionals: 1);
            return new ExtendedAlphanumeric
            {
                Alphanumeric = reader.GeneralString(),
                RtpPayloadIndication = sequence.Optional() ? new Null() : null,
                EncryptedAlphanumeric = sequence.Addition(ref reader) ? UserInputIndicationExtendedAlphanumericEncryptedAlphanumeric.Decode(ref reader) : null,
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(optionals: 1, additions: 1, tail: Extensions);
            writer.GeneralString(Alphanumeric);
            sequence.Optional(ref writer, RtpPayloadIndication);
            if (sequence.Addition(ref writer, EncryptedAlphanumeric))
                EncryptedAlphanumeric.Encode(ref writer);
            sequence.End(ref writer);
        }
    }

    public sealed record EncryptedAlphanumeric : UserInputIndication
    {
        public required ObjectIdentifier AlgorithmOID { get; init; }

        public EncryptionParameters? ParamS { get; init; }

        public required byte[] Encrypted { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static EncryptedAlphanumeric DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("UserInputIndication.encryptedAlphanumeric", optionals: 1);
            return new EncryptedAlphanumeric
            {
                AlgorithmOID = reader.ObjectIdentifier(),
                ParamS = sequence.Optional() ? EncryptionParameters.Decode(ref reader) : null,
                Encrypted = reader.OctetString(),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
            writer.ObjectIdentifier(AlgorithmOID);
            if (sequence.Optional(ref writer, ParamS))
                ParamS.Encode(ref writer);
            writer.OctetString(Encrypted);
            sequence.End(ref writer);
        }
    }

    public sealed record GenericInformation(IReadOnlyList<GenericMessage> Value) : UserInputIndication;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : UserInputIndication;

    public static UserInputIndication Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("UserInputIndication", root: 2, additions: 6);
        UserInputIndication value = choice.Index switch
        {
            0 => new NonStandard(NonStandardParameter.Decode(ref reader)),
            1 => new Alphanumeric(reader.GeneralString()),
            2 => new UserInputSupportIndication(UserInputIndicationUserInputSupportIndication.Decode(ref reader)),
            3 => Signal.DecodeContents(ref reader),
            4 => SignalUpdate.DecodeContents(ref reader),
            5 => ExtendedAlphanumeric.DecodeContents(ref reader),
            6 => EncryptedAlphanumeric.DecodeContents(ref reader),
            7 => new GenericInformation(reader.SequenceOf<GenericMessage>()),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 2);
        switch (this)
        {
            case NonStandard alternative:
                choice.Select(ref writer, 0);
                alternative.Value.Encode(ref writer);
                break;
            case Alphanumeric alternative:
                choice.Select(ref writer, 1);
                writer.GeneralString(alternative.Value);
                break;
            case UserInputSupportIndication alternative:
                choice.Select(ref writer, 2);
                alternative.Value.Encode(ref writer);
                break;
            case Signal alternative:
                choice.Select(ref writer, 3);
                alternative.EncodeContents(ref writer);
                break;
            case SignalUpdate alternative:
                choice.Select(ref writer, 4);
                alternative.EncodeContents(ref writer);
                break;
            case ExtendedAlphanumeric alternative:
                choice.Select(ref writer, 5);
                alternative.EncodeContents(ref writer);
                break;
            case EncryptedAlphanumeric alternative:
                choice.Select(ref writer, 6);
                alternative.EncodeContents(ref writer);
                break;
            case GenericInformation alternative:
                choice.Select(ref writer, 7);
                writer.SequenceOf(alternative.Value);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A, UserInputIndication).</summary>
public abstract record UserInputIndicationUserInputSupportIndication : IPerType<UserInputIndicationUserInputSupportIndication>
{
    private UserInputIndicationUserInputSupportIndication() { }

    public sealed record NonStandard(NonStandardParameter Value) : UserInputIndicationUserInputSupportIndication;

    public sealed record BasicString : UserInputIndicationUserInputSupportIndication;

    public sealed record IA5String : UserInputIndicationUserInputSupportIndication;

    public sealed record GeneralString : UserInputIndicationUserInputSupportIndication;

    public sealed record EncryptedBasicString : UserInputIndicationUserInputSupportIndication;

    public sealed record EncryptedIA5String : UserInputIndicationUserInputSupportIndication;

    public sealed record EncryptedGeneralString : UserInputIndicationUserInputSupportIndication;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : UserInputIndicationUserInputSupportIndication;

    public static UserInputIndicationUserInputSupportIndication Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("UserInputIndicationUserInputSupportIndication", root: 4, additions: 3);
        UserInputIndicationUserInputSupportIndication value = choice.Index switch
        {
            0 => new NonStandard(NonStandardParameter.Decode(ref reader)),
            1 => new BasicString(),
            2 => new IA5String(),
            3 => new GeneralString(),
            4 => new EncryptedBasicString(),
            5 => new EncryptedIA5String(),
            6 => new EncryptedGeneralString(),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 4);
        switch (this)
        {
            case NonStandard alternative:
                choice.Select(ref writer, 0);
                alternative.Value.Encode(ref writer);
                break;
            case BasicString:
                choice.Select(ref writer, 1);
                break;
            case IA5String:
                choice.Select(ref writer, 2);
                break;
            case GeneralString:
                choice.Select(ref writer, 3);
                break;
            case EncryptedBasicString:
                choice.Select(ref writer, 4);
                break;
            case EncryptedIA5String:
                choice.Select(ref writer, 5);
                break;
            case EncryptedGeneralString:
                choice.Select(ref writer, 6);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A, UserInputIndication).</summary>
public sealed record UserInputIndicationSignalRtp : IPerType<UserInputIndicationSignalRtp>
{
    public uint? Timestamp { get; init; }

    public uint? ExpirationTime { get; init; }

    public required int LogicalChannelNumber { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static UserInputIndicationSignalRtp Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("UserInputIndicationSignalRtp", optionals: 2);
        return new UserInputIndicationSignalRtp
        {
            Timestamp = sequence.Optional() ? reader.Integer(0u, 4294967295u) : null,
            ExpirationTime = sequence.Optional() ? reader.Integer(0u, 4294967295u) : null,
            LogicalChannelNumber = reader.Integer(1, 65535),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 2, tail: Extensions);
        if (sequence.Optional(ref writer, Timestamp))
            writer.Integer(Timestamp.Value, 0, 4294967295);
        if (sequence.Optional(ref writer, ExpirationTime))
            writer.Integer(ExpirationTime.Value, 0, 4294967295);
        writer.Integer(LogicalChannelNumber, 1, 65535);
        sequence.End(ref writer);
    }
}

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A, UserInputIndication).</summary>
public sealed record UserInputIndicationSignalUpdateRtp : IPerType<UserInputIndicationSignalUpdateRtp>
{
    public required int LogicalChannelNumber { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static UserInputIndicationSignalUpdateRtp Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("UserInputIndicationSignalUpdateRtp");
        return new UserInputIndicationSignalUpdateRtp
        {
            LogicalChannelNumber = reader.Integer(1, 65535),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(tail: Extensions);
        writer.Integer(LogicalChannelNumber, 1, 65535);
        sequence.End(ref writer);
    }
}

/// <summary>SEQUENCE, extensible (H.245 (05/2011) Annex A, UserInputIndication).</summary>
public sealed record UserInputIndicationExtendedAlphanumericEncryptedAlphanumeric : IPerType<UserInputIndicationExtendedAlphanumericEncryptedAlphanumeric>
{
    public required ObjectIdentifier AlgorithmOID { get; init; }

    public EncryptionParameters? ParamS { get; init; }

    public required byte[] Encrypted { get; init; }

    /// <summary>What a later edition added.</summary>
    public ExtensionTail? Extensions { get; init; }

    public static UserInputIndicationExtendedAlphanumericEncryptedAlphanumeric Decode(ref PerReader reader)
    {
        var sequence = reader.BeginSequence("UserInputIndicationExtendedAlphanumericEncryptedAlphanumeric", optionals: 1);
        return new UserInputIndicationExtendedAlphanumericEncryptedAlphanumeric
        {
            AlgorithmOID = reader.ObjectIdentifier(),
            ParamS = sequence.Optional() ? EncryptionParameters.Decode(ref reader) : null,
            Encrypted = reader.OctetString(),
            Extensions = sequence.End(ref reader),
        };
    }

    public void Encode(ref PerWriter writer)
    {
        var sequence = writer.BeginSequence(optionals: 1, tail: Extensions);
        writer.ObjectIdentifier(AlgorithmOID);
        if (sequence.Optional(ref writer, ParamS))
            ParamS.Encode(ref writer);
        writer.OctetString(Encrypted);
        sequence.End(ref writer);
    }
}
