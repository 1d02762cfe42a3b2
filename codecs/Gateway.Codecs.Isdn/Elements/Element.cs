namespace Gateway.Codecs.Isdn.Elements;

/// <summary>One information element of a Q.931 message (ITU-T Q.931 (05/98) clause 4.5; Q.932 (05/98) clause 8.2).</summary>
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
    internal static Element? Decode(byte identifier, ref ElementReader contents) => identifier switch
    {
        BearerCapability.Id => BearerCapability.Decode(ref contents),
        Cause.Id => Cause.Decode(ref contents),
        CallState.Id => CallState.Decode(ref contents),
        ChannelIdentification.Id => ChannelIdentification.Decode(ref contents),
        FacilityElement.Id => FacilityElement.Decode(ref contents),
        ProgressIndicator.Id => ProgressIndicator.Decode(ref contents),
        NotificationIndicator.Id => NotificationIndicator.Decode(ref contents),
        Display.Id => Display.Decode(ref contents),
        KeypadFacility.Id => KeypadFacility.Decode(ref contents),
        ConnectedNumber.Id => ConnectedNumber.Decode(ref contents),
        ConnectedSubaddress.Id => ConnectedSubaddress.Decode(ref contents),
        CallingPartyNumber.Id => CallingPartyNumber.Decode(ref contents),
        CallingPartySubaddress.Id => CallingPartySubaddress.Decode(ref contents),
        CalledPartyNumber.Id => CalledPartyNumber.Decode(ref contents),
        CalledPartySubaddress.Id => CalledPartySubaddress.Decode(ref contents),
        OriginalCalledNumber.Id => OriginalCalledNumber.Decode(ref contents),
        RedirectingNumber.Id => RedirectingNumber.Decode(ref contents),
        RedirectionNumber.Id => RedirectionNumber.Decode(ref contents),
        RestartIndicator.Id => RestartIndicator.Decode(ref contents),
        LowLayerCompatibility.Id => LowLayerCompatibility.Decode(ref contents),
        HighLayerCompatibility.Id => HighLayerCompatibility.Decode(ref contents),
        UserUser.Id => UserUser.Decode(ref contents),
        _ => null,
    };
}
