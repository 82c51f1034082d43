using System.ComponentModel.DataAnnotations;

namespace NativeAot;

/// <summary>Settings of the application itself, from the section <c>Campaign</c>.</summary>
internal sealed class CampaignOptions
{
    [Required(ErrorMessage = "Campaign:Name is missing.")]
    public string? Name { get; set; }

    public List<string> Tags { get; set; } = [];
}
