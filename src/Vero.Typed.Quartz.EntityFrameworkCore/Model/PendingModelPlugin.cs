using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;

namespace Vero.Typed;

internal sealed class PendingModelPlugin : IConventionSetPlugin
{
    public ConventionSet ModifyConventions(ConventionSet conventionSet)
    {
        // First, so that the conventions that complete the model complete this entity type as well.
        conventionSet.ModelFinalizingConventions.Insert(0, new PendingModel());
        return conventionSet;
    }
}
