using System.Text.Json.Nodes;

namespace Vero.Typed.DomainModels.Tests;

/// <summary>Thirty classes as people have them, annotated without a helper property: what is sent is what an independent model computes.</summary>
public sealed class DomainModelTests
{
    public static TheoryData<string> Names => [.. DomainModelCases.All.Select(static model => model.Type.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_sent_is_what_the_annotations_say(string name)
    {
        DomainModelCase model = DomainModelCases.All.Single(model => model.Type.Name == name);
        Assert.All(model.Users, user => Assert.Equal(
            ReflectedModel.Json(user, model.Type), ReflectedModel.Canonical(JsonNode.Parse(model.Request(user).ToJson()))));
    }

    [Fact]
    public void There_are_thirty_and_each_need_is_in_at_least_two()
    {
        Assert.Equal(30, DomainModelCases.All.Select(static model => model.Type).Distinct().Count());
        Assert.All(Enum.GetValues<Need>(), static need => Assert.True(DomainModelCases.All.Count(model => model.Needs.Contains(need)) >= 2, need.ToString()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_a_class_is_said_to_show_is_in_its_annotations(string name)
    {
        DomainModelCase model = DomainModelCases.All.Single(model => model.Type.Name == name);
        Assert.DoesNotContain(model.Needs, need => !AnnotatedNeeds.Show(model, need));
        Assert.Contains(Enum.GetValues<Need>(), need => !AnnotatedNeeds.Show(model, need));
    }

    [Fact]
    public void The_classes_are_in_two_assemblies_and_their_bases_in_a_third()
    {
        Assert.Equal(2, DomainModelCases.All.Select(static model => model.Type.Assembly).Distinct().Count());
        Assert.Contains(DomainModelCases.All, static model => model.Type.BaseType!.Assembly == typeof(Framework.Domain.Money).Assembly);
    }

    // The control: the model notices a value that is not sent.
    [Fact]
    public void Another_value_is_another_body()
    {
        DomainModelCase model = DomainModelCases.All[0];
        Assert.NotEqual(ReflectedModel.Json(model.Users[0], model.Type), ReflectedModel.Json(model.Users[1], model.Type));
    }
}
