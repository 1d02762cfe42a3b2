namespace Gateway.Host.Rendering;

/// <summary>Names of .NET as the standards spell them.</summary>
internal static class Names
{
    /// <summary><c>CallIdentity</c> to <c>callIdentity</c>, <c>H323UuPdu</c> to <c>h323UuPdu</c>, <c>H323ID</c> to <c>h323ID</c>.</summary>
    public static string Camel(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>The alternative's name; the bodies of H.225.0 are types of their own, named after the alternative.</summary>
    public static string Alternative(Type type) =>
        Camel(type.Name.EndsWith("Uuie", StringComparison.Ordinal) ? type.Name[..^4] : type.Name);
}
