import { Link } from 'react-router'

import type { Recipe } from '#storage/recipes.ts'
import { paths } from '#model/paths.ts'
import { PageHeader } from '#ui/page-header.tsx'

import { RecipesButton } from './recipes/recipes-button.tsx'

/** Where one is, and the shorter way: a recipe. */
export const CreateHeader = ({ onRecipe }: { onRecipe: (recipe: Recipe) => void }) => (
  <PageHeader
    title="Create instance"
    crumb={
      <>
        <Link to={paths.instances()} className="rounded-sm hover:text-ink">
          Instances
        </Link>{' '}
        /
      </>
    }
    actions={<RecipesButton onUse={onRecipe} />}
  />
)
