using System.Reflection;
using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;

namespace Gateway.Codecs.Tests.H323;

/// <summary>
/// Every extensible CHOICE, by the rule of X.691 (07/2002) 22.8: extension bit 1, the index among the additions as a normally small number, and
/// an open type. Whichever index it is, the open type is left behind at its end; beyond the last addition it is kept as it came.
/// </summary>
public class ChoiceTests
{
    private const int ContentsOctets = 40;

    public static TheoryData<string> Choices => [.. Types.Select(type => type.FullName!)];

    private static IEnumerable<Type> Types => typeof(H323UserInformation).Assembly.GetTypes()
        .Where(type => type.IsAbstract && type.GetNestedType("Unrecognized") is not null && type.GetInterfaces().Any(face => face.Name.StartsWith("IPerType", StringComparison.Ordinal)))
        .OrderBy(type => type.FullName, StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Choices))]
    public void Every_addition_is_entered_and_what_is_newer_is_kept(string name)
    {
        var type = typeof(H323UserInformation).Assembly.GetType(name)!;
        typeof(ChoiceTests).GetMethod(nameof(Additions), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, null);
    }

    private static void Additions<T>() where T : IPerType<T>
    {
        var newer = false;
        for (var index = 0; index < 64; index++)
        {
            // 1, 0, six bits of index; a length of one octet; contents.
            byte[] octets = [(byte)(0x80 | index), ContentsOctets, .. new byte[ContentsOctets]];
            var value = PerReader.Decode<T>(octets, out var fault, out var consumed);
            var unrecognized = fault is null && value.GetType().Name == "Unrecognized";
            Assert.True(unrecognized || !newer, $"index {index} is known behind one that is not");
            newer = unrecognized;
            if (fault is not null)
                continue;
            Assert.True(consumed == octets.Length, $"index {index}: {consumed} octets taken of {octets.Length}");
            if (newer)
                Assert.Equal(octets, PerWriter.Encode(value, out _));
        }
        Assert.True(newer);
    }
}
