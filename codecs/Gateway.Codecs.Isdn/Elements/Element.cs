namespace Gateway.Codecs.Isdn.Elements;

/// <summary>One information element of a Q.931 message (ITU-T Q.931 (05/1998) clause 4.5; Q.932 (05/1998) clause 8.2).</summary>
/// <remarks>
/// <code>
///          8   7   6   5   4   3   2   1
/// octet 1  0 | identifier                    variable length
/// octet 2  length of the contents (octets)
/// octet 3. contents
///
/// octet 1  1 | identifier  | value           single octet, type 1
/// octet 1  1   0   1   0 | identifier        single octet, type 2
/// </code>
/// A decoded element that its record cannot carry is a <see cref="RawElement"/>: nothing received is lost.
/// </remarks>
public abstract record Element
{
    /// <summary>Octet 1. For type 1 single-octet elements the identifier with the value bits zero.</summary>
    public abstract byte Identifier { get; }

    /// <summary>The codeset the element was found in or belongs to (clause 4.5.2); 0 unless a shift says otherwise.</summary>
    public int Codeset { get; init; }

    /// <summary>Writes octet 1 to the end of the element.</summary>
    internal virtual void Encode(ref ElementWriter writer)
    {
        writer.Octet(Identifier);
        var length = writer.Reserve();
        EncodeContents(ref writer);
        writer.Length(length);
    }

    /// <summary>Writes octet 3 and up.</summary>
    internal abstract void EncodeContents(ref ElementWriter writer);

    /// <summary>Reads the contents of a variable-length element; null when no record here is made for it.</summary>
    internal static Element? Decode(byte identifier, int codeset, ref ElementReader contents) => (codeset, identifier) switch
    {
        (0, _) => Decode(identifier, ref contents),
        (TransitCounter.OwnCodeset, TransitCounter.Id) => TransitCounter.Decode(ref contents),
        (PartyCategory.OwnCodeset, PartyCategory.Id) => PartyCategory.Decode(ref contents),

        // North American networks put Facility and Display into codeset 6.
        (6, FacilityElement.Id) => FacilityElement.Decode(ref contents),
        (6, Display.Id) => Display.Decode(ref contents),
        _ => null,
    };

    /// <summary>A single octet of codeset 0.</summary>
    internal static Element DecodeSingle(byte octet) => SingleOctetElement.IdentifierOf(octet) switch
    {
        MoreData.Id => new MoreData(),
        SendingComplete.Id => new SendingComplete(),
        CongestionLevel.Id => new CongestionLevel((byte)(octet & 0x0F)),
        RepeatIndicator.Id => new RepeatIndicator((Repetition)(octet & 0x0F)),
        _ => new SingleOctetElement(octet),
    };

    private static Element? Decode(byte identifier, ref ElementReader contents) => identifier switch
    {
        SegmentedMessage.Id => SegmentedMessage.Decode(ref contents),
        BearerCapability.Id => BearerCapability.Decode(ref contents),
        Cause.Id => Cause.Decode(ref contents),
        ExtendedFacilityElement.Id => ExtendedFacilityElement.Decode(ref contents),
        CallIdentity.Id => CallIdentity.Decode(ref contents),
        CallState.Id => CallState.Decode(ref contents),
        ChannelIdentification.Id => ChannelIdentification.Decode(ref contents),
        FacilityElement.Id => FacilityElement.Decode(ref contents),
        ProgressIndicator.Id => ProgressIndicator.Decode(ref contents),
        NetworkSpecificFacilities.Id => NetworkSpecificFacilities.Decode(ref contents),
        EndpointIdentifier.Id => EndpointIdentifier.Decode(ref contents),
        NotificationIndicator.Id => NotificationIndicator.Decode(ref contents),
        Display.Id => Display.Decode(ref contents),
        DateTimeElement.Id => DateTimeElement.Decode(ref contents),
        KeypadFacility.Id => KeypadFacility.Decode(ref contents),
        InformationRequest.Id => InformationRequest.Decode(ref contents),
        Signal.Id => Signal.Decode(ref contents),
        SwitchHook.Id => SwitchHook.Decode(ref contents),
        FeatureActivation.Id => FeatureActivation.Decode(ref contents),
        FeatureIndication.Id => FeatureIndication.Decode(ref contents),
        InformationRate.Id => InformationRate.Decode(ref contents),
        EndToEndTransitDelay.Id => EndToEndTransitDelay.Decode(ref contents),
        TransitDelaySelection.Id => TransitDelaySelection.Decode(ref contents),
        PacketLayerBinaryParameters.Id => PacketLayerBinaryParameters.Decode(ref contents),
        PacketLayerWindowSize.Id => PacketLayerWindowSize.Decode(ref contents),
        PacketSize.Id => PacketSize.Decode(ref contents),
        ClosedUserGroup.Id => ClosedUserGroup.Decode(ref contents),
        ReverseChargingIndication.Id => ReverseChargingIndication.Decode(ref contents),
        ConnectedNumber.Id => ConnectedNumber.Decode(ref contents),
        ConnectedSubaddress.Id => ConnectedSubaddress.Decode(ref contents),
        CallingPartyNumber.Id => CallingPartyNumber.Decode(ref contents),
        CallingPartySubaddress.Id => CallingPartySubaddress.Decode(ref contents),
        CalledPartyNumber.Id => CalledPartyNumber.Decode(ref contents),
        CalledPartySubaddress.Id => CalledPartySubaddress.Decode(ref contents),
        OriginalCalledNumber.Id => OriginalCalledNumber.Decode(ref contents),
        RedirectingNumber.Id => RedirectingNumber.Decode(ref contents),
        RedirectingSubaddress.Id => RedirectingSubaddress.Decode(ref contents),
        RedirectionNumber.Id => RedirectionNumber.Decode(ref contents),
        RedirectionSubaddress.Id => RedirectionSubaddress.Decode(ref contents),
        TransitNetworkSelection.Id => TransitNetworkSelection.Decode(ref contents),
        RestartIndicator.Id => RestartIndicator.Decode(ref contents),
        UserUserFacility.Id => UserUserFacility.Decode(ref contents),
        LowLayerCompatibility.Id => LowLayerCompatibility.Decode(ref contents),
        HighLayerCompatibility.Id => HighLayerCompatibility.Decode(ref contents),
        UserUser.Id => UserUser.Decode(ref contents),
        _ => null,
    };
}
