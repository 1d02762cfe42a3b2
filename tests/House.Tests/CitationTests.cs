using System.Text.RegularExpressions;

namespace House.Tests;

/// <summary>What is coded is cited, so that a reader can lay the standard beside it: document, edition, clause.</summary>
public partial class CitationTests
{
    // Elements that no document at hand describes; they are carried and not read.
    private static readonly string[] Undescribed = ["codecs/Gateway.Codecs.Isdn/Elements/UserUserFacility.cs"];

    [Fact]
    public void A_codec_names_its_document_and_clause() => Rule.Holds(
        from source in Sources.Below("codecs")
        where Decodes().IsMatch(source.Text) && Encodes().IsMatch(source.Text) && !Undescribed.Contains(source.Path)
        let comments = Citation.Comments(source.Text)
        where !Citation.Document.IsMatch(comments) || !(Citation.Clause.IsMatch(comments) || Citation.Unclaused.IsMatch(comments))
        select source.Path);

    [Fact]
    public void A_clause_has_an_edition() => Rule.Holds(
        from source in Sources.Below("codecs", "src")
        from document in Citation.Undated(Citation.Comments(source.Text))
        select $"{source.Path}: {document}");

    [Fact]
    public void An_edition_is_written_in_one_way() => Rule.Holds(
        from source in Sources.Below("codecs", "src", "tests")
        from match in Citation.OddEdition.Matches(Citation.Comments(source.Text))
        select $"{source.Path}: {match.Value}");

    [GeneratedRegex(@"\b(Decode|Read|Parse)\w*\(")]
    private static partial Regex Decodes();

    [GeneratedRegex(@"\b(Encode|Write)\w*\(")]
    private static partial Regex Encodes();
}
