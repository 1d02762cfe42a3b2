using Gateway.Codecs.H323.H225;

namespace Gateway.Codecs.Tests.H323.H225;

/// <summary>The typed elements. Octets are those that H323Plus and OPAL sent (captured.txt) or of Q.931 and Q.850 as noted.</summary>
public class ElementTests
{
    [Fact]
    public void Bearer_capabilities_read_and_write()
    {
        // H323Plus: unrestricted digital, 64 kbit/s and H.221; the constants are those of H.225.0 7.2.2.1 and H.450.1.
        AssertElement([0x88, 0x90, 0xA5], BearerCapability.Read, capability => capability.ToElement(), new BearerCapability { TransferCapability = 8, TransferRate = 16, Layer1Protocol = 5 });
        AssertElement([0x80, 0x90, 0xA3], BearerCapability.Read, capability => capability.ToElement(), BearerCapability.SpeechALaw);
        AssertElement([0x80, 0x90, 0xA2], BearerCapability.Read, capability => capability.ToElement(), BearerCapability.SpeechMuLaw);
        AssertElement([0xA8, 0x80], BearerCapability.Read, capability => capability.ToElement(), BearerCapability.CallIndependent);
        // Q.931 4.5.5: multirate, six channels.
        AssertElement([0x88, 0x98, 0x86, 0xA5], BearerCapability.Read, capability => capability.ToElement(), new BearerCapability { TransferCapability = 8, TransferRate = 24, RateMultiplier = 6, Layer1Protocol = 5 });
        Assert.Null(BearerCapability.Read([0x88, 0x98]));
        Assert.Null(BearerCapability.Read([0x88]));
    }

    [Fact]
    public void Causes_read_and_write()
    {
        var busy = Cause.Read([0x80, 0x91])!;
        Assert.Equal((17, 0, null), (busy.Value, busy.Location, busy.Recommendation));
        // Q.850 2.1: octet 3a, location 4, diagnostics.
        var missing = Cause.Read([0x04, 0x80, 0xE0, 0x7E])!;
        Assert.Equal((96, 4, (byte)0), (missing.Value, missing.Location, missing.Recommendation!.Value));
        Assert.Equal([0x7E], missing.Diagnostics);
        Assert.Equal([0x04, 0x80, 0xE0, 0x7E], missing.ToElement().Contents);
        Assert.Equal([0x80, 0x91], new Cause(17).ToElement().Contents);
        Assert.Null(Cause.Read([0x00, 0x91]));
        Assert.Null(Cause.Read([]));
    }

    [Fact]
    public void Numbers_read_and_write()
    {
        AssertElement([0x00, 0x81, 0x31, 0x30, 0x30, 0x31], NumberElement.Read, number => number.ToElement(ElementIdentifier.CallingPartyNumber), new NumberElement("1001") { Presentation = 0, Screening = 1 });
        AssertElement([0x81, 0x31, 0x30, 0x30, 0x32], NumberElement.Read, number => number.ToElement(ElementIdentifier.CalledPartyNumber), new NumberElement("1002") { NumberingPlan = 1 });
        // Withheld: no digits.
        AssertElement([0x11, 0xA0], NumberElement.Read, number => number.ToElement(ElementIdentifier.CallingPartyNumber), new NumberElement("") { TypeOfNumber = 1, NumberingPlan = 1, Presentation = 1 });
        Assert.Null(NumberElement.Read([0x01]));
        Assert.Null(NumberElement.Read([]));
    }

    [Fact]
    public void Small_elements_read_and_write()
    {
        Assert.Equal(new ProgressIndicator(8, 1, 0), ProgressIndicator.Read([0x81, 0x88]));
        Assert.Equal([0x81, 0x88], new ProgressIndicator(8, 1, 0).ToElement().Contents);
        Assert.Equal(new CallState(10, 0), CallState.Read([0x0A]));
        Assert.Equal([0x4A], new CallState(10, 1).ToElement().Contents);
        Assert.Equal(new NotificationIndicator(1), NotificationIndicator.Read([0x81]));
        Assert.Equal([0x81], new NotificationIndicator(1).ToElement().Contents);
        Assert.Equal("alice", new InformationElement(ElementIdentifier.Display, "alice\0"u8.ToArray()).ToText());
        Assert.Equal("42#"u8.ToArray(), InformationElement.Text(ElementIdentifier.Keypad, "42#").Contents);
    }

    private delegate T? Reader<T>(ReadOnlySpan<byte> octets);

    private static void AssertElement<T>(byte[] contents, Reader<T> read, Func<T, InformationElement> write, T value)
    {
        Assert.Equal(value, read(contents));
        Assert.Equal(contents, write(value).Contents);
    }
}
