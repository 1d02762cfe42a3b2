using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H245;
using Gateway.Codecs.H323.H450;
using Gateway.Codecs.H323.Ras;
using Gateway.Codecs.Isdn.Messages;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Tests.Fuzz;

namespace Gateway.Codecs.Tests;

/// <summary>Whatever the fixtures hold is written into a given span without a single object.</summary>
public sealed class EncodeAllocationTests
{
    private readonly byte[] buffer = new byte[1 << 17];

    [Fact]
    public void A_facility_with_a_typed_transfer_request_allocates_nothing()
    {
        var facility = CallSignalling().First(message => Initiate(message) is not null);
        var pdu = facility.UserInformation!.H323UuPdu;
        var initiate = Initiate(facility)!;
        var service = new H4501SupplementaryService { ServiceApdu = new ServiceApdus.RosApdus([initiate.ToInvoke(7, out _)!]) };
        var typed = facility with { UserInformation = facility.UserInformation with { H323UuPdu = pdu with { H4501SupplementaryService = [new(service)] } } };
        AllocatesNothing(span => typed.Encode(span, out _));
        Assert.Equal(initiate.Argument.ReroutingNumber.DestinationAddress, Initiate(H225Message.Decode(typed.Encode()).Message!)!.Argument.ReroutingNumber.DestinationAddress);
    }

    [Fact]
    public void A_setup_with_typed_channels_allocates_nothing()
    {
        foreach (var message in CallSignalling())
        {
            if (message.UserInformation?.H323UuPdu is not { H323MessageBody: SetupUuie { FastStart: { } proposals } setup } pdu)
                continue;
            CompleteEncoding[] channels = [.. proposals.Select(proposal => new CompleteEncoding(proposal.Decode<OpenLogicalChannel>(out _)))];
            var typed = message with { UserInformation = message.UserInformation with { H323UuPdu = pdu with { H323MessageBody = setup with { FastStart = channels } } } };
            AllocatesNothing(span => typed.Encode(span, out _));
            Assert.Equal(message.Encode(), typed.Encode());
        }
    }

    [Fact]
    public void Every_message_of_call_signalling_allocates_nothing()
    {
        foreach (var message in CallSignalling())
            AllocatesNothing(span => message.Encode(span, out _));
    }

    [Fact]
    public void Every_ras_message_allocates_nothing() => AllocateNothing<RasMessage>(Seeds.Ras);

    [Fact]
    public void Every_control_message_allocates_nothing() => AllocateNothing<MultimediaSystemControlMessage>(Seeds.Control);

    [Fact]
    public void Every_supplementary_service_allocates_nothing() => AllocateNothing<H4501SupplementaryService>(Seeds.SupplementaryService);

    [Fact]
    public void Every_message_of_the_D_channel_allocates_nothing()
    {
        foreach (var octets in Seeds.Q931)
        {
            if (Q931Message.Decode(octets).Message is { } message)
                AllocatesNothing(span => message.TryEncode(span, out var written) ? written : 0);
        }
    }

    [Theory]
    [InlineData("refer-rfc5589")]
    [InlineData("invite-rfc3261")]
    [InlineData("notify-rfc3515")]
    public void A_sip_message_allocates_nothing(string fixture)
    {
        var message = SipMessage.Decode(Seeds.SipMessage($"sip/{fixture}.sip")).Message!;
        AllocatesNothing(span => message.TryEncode(span, out var written) ? written : 0);
    }

    private delegate int Encode(Span<byte> destination);

    private void AllocateNothing<T>(IReadOnlyList<byte[]> fixtures) where T : IPerType<T>
    {
        foreach (var octets in fixtures)
        {
            var value = PerReader.Decode<T>(octets, out var fault);
            Assert.Null(fault);
            AllocatesNothing(span => PerWriter.Encode(value, span, out _));
        }
    }

    /// <summary>
    /// The first time may fill what is made once, and now and then the runtime itself takes something on this thread while it compiles anew; what the
    /// encoder takes, it takes every time.
    /// </summary>
    private void AllocatesNothing(Encode encode)
    {
        Assert.True(encode(buffer) > 0);
        var least = long.MaxValue;
        for (var again = 0; again < 5 && least > 0; again++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            encode(buffer);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }

    private static IEnumerable<H225Message> CallSignalling() => Seeds.CallSignalling.Select(octets => H225Message.Decode(octets).Message).OfType<H225Message>();

    private static Operation.CallTransferInitiate? Initiate(H225Message message) =>
        message.UserInformation?.H323UuPdu.H4501SupplementaryService is [var apdu, ..]
        && apdu.Decode<H4501SupplementaryService>(out _).ServiceApdu is ServiceApdus.RosApdus { Value: [Invoke invoke, ..] }
            ? Operation.Decode(invoke, out _) as Operation.CallTransferInitiate
            : null;
}
