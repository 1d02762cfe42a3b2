using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H450;
using Gateway.Codecs.H323.H450.CallTransfer;

namespace Gateway.Codecs.Tests.H323.H450;

/// <summary>The callIdentity of a transfer without secondary call, in the forms the field knows.</summary>
public sealed class CallIdentityTests
{
    private static readonly CTInitiateArg To4711 = new()
    {
        CallIdentity = "",
        ReroutingNumber = new EndpointAddress { DestinationAddress = [new AliasAddress.DialledDigits("4711")] },
    };

    [Theory]
    [InlineData(EmptyIdentityForm.Unpadded, "000101807A44")]     // golden ctInitiateArg-empty-callIdentity-strict
    [InlineData(EmptyIdentityForm.Padded, "00000101807A44")]     // golden ctInitiateArg-empty-callIdentity-padded
    [InlineData(EmptyIdentityForm.SingleSpace, "08000101807A44")] // as h3p-blind-space-identity begins: 1 character, rank 0
    public void An_empty_identity_goes_out_as_the_peer_needs_it(EmptyIdentityForm form, string hex)
    {
        var invoke = new Operation.CallTransferInitiate(To4711).ToInvoke(1, out var fault, form);
        Assert.Null(fault);
        Assert.Equal(hex, Convert.ToHexString(invoke!.Argument!.Value.Octets.Span));
    }

    [Theory]
    [InlineData("000101807A44", "")]
    [InlineData("00000101807A44", "")]
    [InlineData("08000101807A44", " ")]
    public void Each_form_is_read_and_names_no_secondary_call(string hex, string identity)
    {
        var argument = Read(9, hex) is Operation.CallTransferInitiate initiate ? initiate.Argument : null;
        Assert.Equal(identity, argument?.CallIdentity);
        Assert.Null(argument?.SecondaryCall);
        Assert.Equal(new AliasAddress.DialledDigits("4711"), Assert.Single(argument!.ReroutingNumber.DestinationAddress));
    }

    [Theory]
    [InlineData("4000010100" + "4330", "")]   // transferringNumber present, padded
    [InlineData("40010100" + "4330", "")]     // the same, as the standard says
    [InlineData("00", "")]
    public void A_setup_is_read_in_either_form(string hex, string identity)
    {
        var argument = Read(10, hex) is Operation.CallTransferSetup setup ? setup.Argument : null;
        Assert.Equal(identity, argument?.CallIdentity);
        if (hex.Length > 2)
            Assert.Equal(new AliasAddress.DialledDigits("100"), Assert.Single(argument!.TransferringNumber!.DestinationAddress));
    }

    [Fact]
    public void An_identity_of_digits_names_the_secondary_call() =>
        Assert.Equal("42", (To4711 with { CallIdentity = "42" }).SecondaryCall);

    [Fact]
    public void An_address_that_breaks_its_alphabet_is_not_sent()
    {
        var number = new EndpointAddress { DestinationAddress = [new AliasAddress.DialledDigits("alice")] };
        Assert.Null(new Operation.CallTransferInitiate(To4711 with { ReroutingNumber = number }).ToInvoke(1, out var fault));
        Assert.Equal(EncodeFaultReason.InvalidCharacter, fault?.Reason);
    }

    [Fact]
    public void A_mandatory_argument_that_is_missing_is_a_fault()
    {
        Assert.Null(Operation.Decode(new Invoke { InvokeId = 1, Opcode = new Code.Local(9) }, out var fault));
        Assert.Equal("CTInitiateArg", fault?.Path);
    }

    private static Operation? Read(int code, string hex) =>
        Operation.Decode(new Invoke { InvokeId = 1, Opcode = new Code.Local(code), Argument = new(Convert.FromHexString(hex)) }, out _);
}
