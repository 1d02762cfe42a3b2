using Gateway.Codecs.Isdn.Lapd;
using Gateway.Codecs.Isdn.Messages;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Engine.Legs;
using Gateway.Exchange.Legs.H323;
using Gateway.Exchange.Legs.Isdn;
using Gateway.H323;
using Gateway.Isdn;
using Gateway.Sip;

namespace Gateway.Exchange;

/// <summary>Whose message is it? Asked only when that is wanted, for the lines of the log.</summary>
public sealed partial class Exchange
{
    /// <summary>The owner of a message that is about to be taken; null when it begins something new, or belongs to nothing.</summary>
    public MessageOwner? OwnerOf(ExchangeInput input) => input switch
    {
        ExchangeInput.Sip(SipInput.Received(_, var message)) => OwnerOf(message),
        ExchangeInput.H323(H323Input.Received(var connection, var message, _)) => OwnerOf(h323.Find(connection, message.CallReference)),
        ExchangeInput.Isdn(var trunk, IsdnInput.FrameReceived(var octets)) when trunks.TryGetValue(trunk, out var found) =>
            OwnerOf(found.Legs, octets.Span, received: true),
        _ => null,
    };

    // The answer to a malformed request may be without Call-ID, as the request was.
    private MessageOwner? OwnerOf(SipMessage message) =>
        settings.TellOwners && message[HeaderName.CallId] is { Length: > 0 } callId ? OwnerOf(sipLegs.LegOf(callId), callId) : null;

    private MessageOwner? OwnerOf(LegId? leg, string callId)
    {
        // A transferor that hung up is still told how its transfer fares.
        var owner = OwnerOf(leg);
        return owner is { Transfer: null } && sipLegs.TransferOf(callId) is { } transfer ? owner with { Transfer = transfer } : owner;
    }

    private MessageOwner? OwnerOf(CallKey? call) => settings.TellOwners && call is { } key ? OwnerOf(H323Legs.LegOf(key)) : null;

    private MessageOwner? OwnerOf(IsdnLegs legs, ReadOnlySpan<byte> frame, bool received)
    {
        if (!settings.TellOwners
            || LapdFrame.Decode(frame).Frame is not LapdFrame.Information information
            || Q931Message.Decode(information.Payload).Message is not { } message)
        {
            return null;
        }

        return OwnerOf(legs.LegOf(received ? message.CallReference.Reversed : message.CallReference));
    }

    private MessageOwner? OwnerOf(LegId? leg) => leg is not { } id ? null
        : engine.Find(id) is { } place ? new MessageOwner(id, place.Peer, place.Call, place.Transfer, place.Correlation)
        : new MessageOwner(id);
}
