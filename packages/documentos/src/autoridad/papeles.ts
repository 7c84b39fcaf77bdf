import type * as pkijs from 'pkijs';
import { comoSeLee } from '../cms/oids.ts';
import { esAutoridad, politicasDe, tieneProposito, tieneUso } from './cadena.ts';
import { nitDe, nombreComun, PROPOSITO, USO } from './certificado.ts';

/** What a certificate of the office is for. What serves for one serves for no other. */
type Papel = 'sello' | 'estampado' | 'respuesta' | 'persona';

/**
 * The policy of each, in the arc that ITU-T X.667 leaves to anybody with a UUID. Who issues says in its own certificate
 * for which of them it answers.
 */
export const POLITICA: Readonly<Record<Papel, string>> = {
  sello: '2.25.279481430689333330437090349838974473951',
  estampado: '2.25.78439350854310352857522849625154944425',
  /** What the office answers to who delivers an electronic document: an ApplicationResponse, in XML. */
  respuesta: '2.25.217276271196593845858353152802611260455',
  persona: '2.25.329442137867291616614727173000844169881',
};

const LEIDAS: Readonly<Record<Papel, string>> = {
  sello: comoSeLee(POLITICA.sello),
  estampado: comoSeLee(POLITICA.estampado),
  respuesta: comoSeLee(POLITICA.respuesta),
  persona: comoSeLee(POLITICA.persona),
};

/** How the root named the authority of persons before authorities had policies. */
export const NOMBRE_DE_PERSONAS = 'Personas';

/**
 * Whether a chain that is already valid leads to a certificate of that kind: by its own policy, and under an authority
 * that answers for that policy. Every verifier asks it, so that a signature of one kind is never taken for another.
 *
 * @param certificados from the leaf to the root
 */
export function tienePapel(certificados: readonly pkijs.Certificate[], papel: Papel): boolean {
  const [hoja, emisor] = certificados;
  return hoja !== undefined && emisor !== undefined && papelDe(hoja) === papel && respondePor(emisor, papel);
}

function papelDe(hoja: pkijs.Certificate): Papel | undefined {
  if (esAutoridad(hoja) || !tieneUso(hoja, USO.noRepudio)) return undefined;
  // RFC 3161 § 2.3 marks them, whoever issues them.
  if (tieneProposito(hoja, PROPOSITO.estampado, true)) return 'estampado';
  if (!tieneProposito(hoja, PROPOSITO.documentos)) return undefined;
  const suyos = conocidos(hoja);
  if (suyos) return suyos.length === 1 ? suyos[0] : undefined;
  // Seals had no policy at first; certificates of persons always did, and their holder has a NIT.
  return nitDe(hoja.subject) === '' ? 'sello' : undefined;
}

function respondePor(emisor: pkijs.Certificate, papel: Papel): boolean {
  const suyos = conocidos(emisor);
  // An intermediate of before there were answers vouches for them as for seals: both are the office's own word, and the
  // certificate below says which.
  if (suyos) return suyos.includes(papel) || (papel === 'respuesta' && suyos.includes('sello'));
  // Before authorities had policies the root told them apart by their name alone.
  const dePersonas = nombreComun(emisor.subject).endsWith(` · ${NOMBRE_DE_PERSONAS}`);
  return dePersonas === (papel === 'persona');
}

/** The kinds that its policies name; undefined when it says nothing of policies. */
function conocidos(certificado: pkijs.Certificate): Papel[] | undefined {
  const dichas = politicasDe(certificado);
  const papeles: readonly Papel[] = ['sello', 'estampado', 'respuesta', 'persona'];
  return dichas && papeles.filter((papel) => dichas.includes(LEIDAS[papel]));
}
