using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Conferences;

/// <summary>CHOICE, extensible (H.245 (05/2011) Annex A).</summary>
public abstract record ConferenceResponse : IPerType<ConferenceResponse>
{
    private ConferenceResponse() { }

    public sealed record MCTerminalIDResponse : ConferenceResponse
    {
        public required TerminalLabel TerminalLabel { get; init; }

        public required byte[] TerminalID { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static MCTerminalIDResponse DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("ConferenceResponse.mCTerminalIDResponse");
            return new MCTerminalIDResponse
            {
                TerminalLabel = TerminalLabel.Decode(ref reader),
                TerminalID = reader.OctetString(1, 128),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            TerminalLabel.Encode(ref writer);
            writer.OctetString(TerminalID, 1, 128);
            sequence.End(ref writer);
        }
    }

    public sealed record TerminalIDResponse : ConferenceResponse
    {
        public required TerminalLabel TerminalLabel { get; init; }

        public required byte[] TerminalID { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static TerminalIDResponse DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("ConferenceResponse.terminalIDResponse");
            return new TerminalIDResponse
            {
                TerminalLabel = TerminalLabel.Decode(ref reader),
                TerminalID = reader.OctetString(1, 128),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            TerminalLabel.Encode(ref writer);
            writer.OctetString(TerminalID, 1, 128);
            sequence.End(ref writer);
        }
    }

    public sealed record ConferenceIDResponse : ConferenceResponse
    {
        public required TerminalLabel TerminalLabel { get; init; }

        public required byte[] ConferenceID { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static ConferenceIDResponse DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("ConferenceResponse.conferenceIDResponse");
            return new ConferenceIDResponse
            {
                TerminalLabel = TerminalLabel.Decode(ref reader),
                ConferenceID = reader.OctetString(1, 32),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            TerminalLabel.Encode(ref writer);
            writer.OctetString(ConferenceID, 1, 32);
            sequence.End(ref writer);
        }
    }

    public sealed record PasswordResponse : ConferenceResponse
    {
        public required TerminalLabel TerminalLabel { get; init; }

        public required byte[] Password { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static PasswordResponse DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("ConferenceResponse.passwordResponse");
            return new PasswordResponse
            {
                TerminalLabel = TerminalLabel.Decode(ref reader),
                Password = reader.OctetString(1, 32),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            TerminalLabel.Encode(ref writer);
            writer.OctetString(Password, 1, 32);
            sequence.End(ref writer);
        }
    }

    public sealed record TerminalListResponse(IReadOnlyList<TerminalLabel> Value) : ConferenceResponse;

    public sealed record VideoCommandReject : ConferenceResponse;

    public sealed record TerminalDropReject : ConferenceResponse;

    public sealed record MakeMeChairResponse(ConferenceResponseMakeMeChairResponse Value) : ConferenceResponse;

    public sealed record ExtensionAddressResponse : ConferenceResponse
    {
        public required byte[] ExtensionAddress { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static ExtensionAddressResponse DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("ConferenceResponse.extensionAddressResponse");
            return new ExtensionAddressResponse
            {
                ExtensionAddress = reader.OctetString(1, 128),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            writer.OctetString(ExtensionAddress, 1, 128);
            sequence.End(ref writer);
        }
    }

    public sealed record ChairTokenOwnerResponse : ConferenceResponse
    {
        public required TerminalLabel TerminalLabel { get; init; }

        public required byte[] TerminalID { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static ChairTokenOwnerResponse DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("ConferenceResponse.chairTokenOwnerResponse");
            return new ChairTokenOwnerResponse
            {
                TerminalLabel = TerminalLabel.Decode(ref reader),
                TerminalID = reader.OctetString(1, 128),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            TerminalLabel.Encode(ref writer);
            writer.OctetString(TerminalID, 1, 128);
            sequence.End(ref writer);
        }
    }

    public sealed record TerminalCertificateResponse : ConferenceResponse
    {
        public TerminalLabel? TerminalLabel { get; init; }

        public byte[]? CertificateResponse { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static TerminalCertificateResponse DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("ConferenceResponse.terminalCertificateResponse", optionals: 2);
            return new TerminalCertificateResponse
            {
                TerminalLabel = sequence.Optional() ? TerminalLabel.Decode(ref reader) : null,
                CertificateResponse = sequence.Optional() ? reader.OctetString(1, 65535) : null,
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(optionals: 2, tail: Extensions);
            if (sequence.Optional(ref writer, TerminalLabel))
                TerminalLabel.Encode(ref writer);
            if (sequence.Optional(ref writer, CertificateResponse))
                writer.OctetString(CertificateResponse, 1, 65535);
            sequence.End(ref writer);
        }
    }

    public sealed record BroadcastMyLogicalChannelResponse(ConferenceResponseBroadcastMyLogicalChannelResponse Value) : ConferenceResponse;

    public sealed record MakeTerminalBroadcasterResponse(ConferenceResponseMakeTerminalBroadcasterResponse Value) : ConferenceResponse;

    public sealed record SendThisSourceResponse(ConferenceResponseSendThisSourceResponse Value) : ConferenceResponse;

    public sealed record RequestAllTerminalIDsResponse(H245.Conferences.RequestAllTerminalIDsResponse Value) : ConferenceResponse;

    public sealed record RemoteMCResponse(H245.Conferences.RemoteMCResponse Value) : ConferenceResponse;

    /// <summary>An alternative of a later edition, kept as it came.</summary>
    public sealed record Unrecognized(UnknownAlternative Value) : ConferenceResponse;

    public static ConferenceResponse Decode(ref PerReader reader)
    {
        var choice = reader.BeginChoice("ConferenceResponse", root: 8, additions: 8);
        ConferenceResponse value = choice.Index switch
        {
            0 => MCTerminalIDResponse.DecodeContents(ref reader),
            1 => TerminalIDResponse.DecodeContents(ref reader),
            2 => ConferenceIDResponse.DecodeContents(ref reader),
            3 => PasswordResponse.DecodeContents(ref reader),
            4 => new TerminalListResponse(reader.SequenceOf<TerminalLabel>(1, 256)),
            5 => new VideoCommandReject(),
            6 => new TerminalDropReject(),
            7 => new MakeMeChairResponse((ConferenceResponseMakeMeChairResponse)NullChoice.Decode(ref reader, "ConferenceResponseMakeMeChairResponse", 2)),
            8 => ExtensionAddressResponse.DecodeContents(ref reader),
            9 => ChairTokenOwnerResponse.DecodeContents(ref reader),
            10 => TerminalCertificateResponse.DecodeContents(ref reader),
            11 => new BroadcastMyLogicalChannelResponse((ConferenceResponseBroadcastMyLogicalChannelResponse)NullChoice.Decode(ref reader, "ConferenceResponseBroadcastMyLogicalChannelResponse", 2)),
            12 => new MakeTerminalBroadcasterResponse((ConferenceResponseMakeTerminalBroadcasterResponse)NullChoice.Decode(ref reader, "ConferenceResponseMakeTerminalBroadcasterResponse", 2)),
            13 => new SendThisSourceResponse((ConferenceResponseSendThisSourceResponse)NullChoice.Decode(ref reader, "ConferenceResponseSendThisSourceResponse", 2)),
            14 => new RequestAllTerminalIDsResponse(H245.Conferences.RequestAllTerminalIDsResponse.Decode(ref reader)),
            15 => new RemoteMCResponse(H245.Conferences.RemoteMCResponse.Decode(ref reader)),
            _ => new Unrecognized(choice.Unknown(ref reader)),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        var choice = writer.BeginChoice(root: 8);
        switch (this)
        {
            case MCTerminalIDResponse alternative:
                choice.Select(ref writer, 0);
                alternative.EncodeContents(ref writer);
                break;
            case TerminalIDResponse alternative:
                choice.Select(ref writer, 1);
                alternative.EncodeContents(ref writer);
                break;
            case ConferenceIDResponse alternative:
                choice.Select(ref writer, 2);
                alternative.EncodeContents(ref writer);
                break;
            case PasswordResponse alternative:
                choice.Select(ref writer, 3);
                alternative.EncodeContents(ref writer);
                break;
            case TerminalListResponse alternative:
                choice.Select(ref writer, 4);
                writer.SequenceOf(alternative.Value, 1, 256);
                break;
            case VideoCommandReject:
                choice.Select(ref writer, 5);
                break;
            case TerminalDropReject:
                choice.Select(ref writer, 6);
                break;
            case MakeMeChairResponse alternative:
                choice.Select(ref writer, 7);
                NullChoice.Encode(ref writer, (int)alternative.Value, 2);
                break;
            case ExtensionAddressResponse alternative:
                choice.Select(ref writer, 8);
                alternative.EncodeContents(ref writer);
                break;
            case ChairTokenOwnerResponse alternative:
                choice.Select(ref writer, 9);
                alternative.EncodeContents(ref writer);
                break;
            case TerminalCertificateResponse alternative:
                choice.Select(ref writer, 10);
                alternative.EncodeContents(ref writer);
                break;
            case BroadcastMyLogicalChannelResponse alternative:
                choice.Select(ref writer, 11);
                NullChoice.Encode(ref writer, (int)alternative.Value, 2);
                break;
            case MakeTerminalBroadcasterResponse alternative:
                choice.Select(ref writer, 12);
                NullChoice.Encode(ref writer, (int)alternative.Value, 2);
                break;
            case SendThisSourceResponse alternative:
                choice.Select(ref writer, 13);
                NullChoice.Encode(ref writer, (int)alternative.Value, 2);
                break;
            case RequestAllTerminalIDsResponse alternative:
                choice.Select(ref writer, 14);
                alternative.Value.Encode(ref writer);
                break;
            case RemoteMCResponse alternative:
                choice.Select(ref writer, 15);
                alternative.Value.Encode(ref writer);
                break;
            case Unrecognized unrecognized:
                choice.Unknown(ref writer, unrecognized.Value);
                break;
        }
        choice.End(ref writer);
    }
}

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, ConferenceResponse).</summary>
public enum ConferenceResponseMakeMeChairResponse
{
    GrantedChairToken,
    DeniedChairToken,
}

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, ConferenceResponse).</summary>
public enum ConferenceResponseBroadcastMyLogicalChannelResponse
{
    GrantedBroadcastMyLogicalChannel,
    DeniedBroadcastMyLogicalChannel,
}

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, ConferenceResponse).</summary>
public enum ConferenceResponseMakeTerminalBroadcasterResponse
{
    GrantedMakeTerminalBroadcaster,
    DeniedMakeTerminalBroadcaster,
}

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A, ConferenceResponse).</summary>
public enum ConferenceResponseSendThisSourceResponse
{
    GrantedSendThisSource,
    DeniedSendThisSource,
}
