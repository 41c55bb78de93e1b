"""People reached by services: from true counts to tables that can be published with their proof."""
