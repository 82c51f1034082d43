using Microsoft.Extensions.Options;

namespace NativeAot;

/// <summary>Checks the attributes by generated code; <c>ValidateDataAnnotations()</c> would do it by reflection.</summary>
[OptionsValidator]
internal sealed partial class CampaignOptionsValidator : IValidateOptions<CampaignOptions>;
