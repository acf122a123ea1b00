/** What the provider knows of whoever typed a number and a name: all of it is in the person's id. */
const KNOWN_BY = 'f:550dc1c8-d97b-4b1e-ac8c-8eb4471cf9dd:';

/** @param person { number, given, family }: the national identifier, e.g. 810002813839 */
export function idOf(person) {
  return KNOWN_BY + [person.number, person.given, person.family].map(encodeURIComponent).join(':');
}

/** In the shape of Pro Santé Connect's own. */
export function claimsOf(id) {
  const [number, given, family] = id.slice(KNOWN_BY.length).split(':').map(decodeURIComponent);
  return {
    sub: id,
    SubjectNameID: number,
    preferred_username: number,
    given_name: given,
    family_name: family,
    SubjectRefPro: {
      codeCivilite: 'MME',
      exercices: [
        {
          codeProfession: '60',
          codeCategorieProfessionnelle: 'C',
          nom: family,
          prenom: given,
          activities: [{ raisonSocialeSite: 'LES TILLEULS', codeCommune: '80021', numeroFinessSite: '800000044' }],
        },
      ],
    },
  };
}

const PAGE = `<!DOCTYPE html>
<html lang="fr">
  <head><meta charset="utf-8"><title>Pro Santé Connect (essai)</title></head>
  <body>
    <h1>Pro Santé Connect (essai)</h1>
    <form method="post">
      <p><label>Identifiant national <input name="number"></label></p>
      <p><label>Prénom <input name="given"></label></p>
      <p><label>Nom <input name="family"></label></p>
      <p><button name="answer" value="yes">Se connecter</button> <button name="answer" value="no">Annuler</button></p>
    </form>
  </body>
</html>`;

async function read(request) {
  let body = '';
  for await (const part of request) {
    body += part;
  }
  return Object.fromEntries(new URLSearchParams(body));
}

/** The page where a person says who it is, or leaves. */
export async function interact(provider, request, response) {
  if (request.method !== 'POST') {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(PAGE);
    return;
  }
  const typed = await read(request);
  const result =
    typed.answer === 'yes'
      ? { login: { accountId: idOf(typed), acr: 'eidas1', amr: ['card'] } }
      : { error: 'access_denied', error_description: 'the person left' };
  await provider.interactionFinished(request, response, result);
}
