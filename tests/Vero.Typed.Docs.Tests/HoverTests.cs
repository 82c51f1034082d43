using System.Xml.Linq;

namespace Vero.Typed.Docs.Tests;

/// <summary>What an IDE shows for an attribute: it hovers over the constructor, not over the class.</summary>
public sealed class HoverTests
{
    public static TheoryData<Type> Attributes =>
        [.. typeof(VeroIdAttribute).Assembly.GetExportedTypes().Where(static type => type.IsSubclassOf(typeof(Attribute)) && type.GetConstructors().Length > 0)];

    [Theory]
    [MemberData(nameof(Attributes))]
    public void Every_constructor_of_an_attribute_has_a_text(Type attribute)
    {
        XElement documentation = XDocument.Load(Path.ChangeExtension(attribute.Assembly.Location, ".xml")).Root!;
        int documented = documentation.Descendants("member").Count(member =>
            ((string)member.Attribute("name")!).StartsWith($"M:{attribute.FullName}.#ctor", StringComparison.Ordinal) && member.Element("summary")?.Value.Trim().Length > 0);
        Assert.Equal(attribute.GetConstructors().Length, documented);
    }
}
