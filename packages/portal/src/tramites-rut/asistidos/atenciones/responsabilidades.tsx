import { responsabilidad, validarResponsabilidades, type RegistroRut } from '@autogestion/normas/rut';
import { parrafo, varias } from '../../../interfaz/preguntas/index.ts';
import { guion } from '../../../interfaz/recorrido/index.ts';
import type { HechosDeTitular } from '../atender.ts';
import { cambioDelRut } from '../cambio-del-rut.ts';
import { LO_QUE_DIJO_ES_CIERTO } from '../declaracion.ts';

/** IVA and INC are left by a procedure of their own, with its conditions (ET 437 par. 3, 512-13). */
const CON_TRAMITE_PROPIO = ['33', '48'];

/** What of box 53 an official may take out when the person asks: not what an act gave, nor what has its own procedure. */
const retirables = (r: RegistroRut): string[] =>
  r.clasificacion.responsabilidades.filter(
    (c) => !CON_TRAMITE_PROPIO.includes(c) && responsabilidad(c)?.soloPorActo !== true,
  );

function sinResponsabilidades(r: RegistroRut, codigos: readonly string[]): RegistroRut {
  const quedan = r.clasificacion.responsabilidades.filter((c) => !codigos.includes(c));
  return { ...r, clasificacion: { ...r.clasificacion, responsabilidades: quedan } };
}

/** What box 53 would say wrong that it does not say wrong today. */
export function problemaNuevo(antes: RegistroRut, despues: RegistroRut): string | undefined {
  const deCada = ({ tipoContribuyente, clasificacion: c }: RegistroRut) =>
    validarResponsabilidades(c.responsabilidades, {
      tipoContribuyente,
      usuariosAduaneros: c.usuariosAduaneros,
    });
  const habia = new Set(deCada(antes).map((p) => p.mensaje));
  return deCada(despues).find((p) => !habia.has(p.mensaje))?.mensaje;
}

const nombreDe = (c: string): string => `${c}, ${responsabilidad(c)?.nombre ?? ''}`;

/** Those of box 53 that stay, and why. */
function Fijas({ registro }: { registro: RegistroRut | undefined }) {
  const fijas = registro?.clasificacion.responsabilidades.filter((x) => !retirables(registro).includes(x));
  if (!fijas?.length) return null;
  return (
    <p class="govuk-body">
      Por aquí no se quitan: {fijas.map(nombreDe).join('; ')}. Unas las da solo un acto de la administración;
      el IVA y el impuesto al consumo tienen su propio retiro.
    </p>
  );
}

const preguntas = guion<HechosDeTitular>()
  .parte('Qué se quita')
  .paso(
    'codigos',
    {
      nombre: 'Responsabilidades',
      pregunta: '¿Qué responsabilidades ya no tiene la persona?',
      admite(v, { hechos: { registro } }) {
        const problema = registro && problemaNuevo(registro, sinResponsabilidades(registro, v));
        return problema ? { codigos: problema } : undefined;
      },
    },
    varias({
      campo: 'codigos',
      etiqueta: 'Se quitan de la casilla 53',
      de: ({ hechos: { registro } }) =>
        registro ? retirables(registro).map((valor) => ({ valor, texto: nombreDe(valor) })) : [],
      despues: ({ hechos }) => <Fijas registro={hechos.registro} />,
      falta: 'Elija al menos una responsabilidad.',
      noEsta: (ajena) => `El código ${ajena} no se puede quitar por aquí.`,
      rotulo: 'Se quitan',
    }),
  )
  .parte('Por qué')
  .paso(
    'motivo',
    { nombre: 'Motivo', pregunta: '¿Por qué ya no las tiene?' },
    parrafo({
      campo: 'motivo',
      ayuda: 'Como lo dice la persona, y con qué documento lo muestra.',
      falta: 'Escriba el motivo, y qué documento vio.',
      minimo: 5,
      maximo: 500,
    }),
  );

export const quitarResponsabilidades = cambioDelRut({
  clase: 'responsabilidades',
  nombre: 'Quitar responsabilidades de la casilla 53',
  ayuda: 'Lo que la persona ya no tiene. El IVA y el impuesto al consumo se retiran por su propio trámite.',
  fundamento: 'DUR 1625 de 2016, art. 1.6.1.2.14; comunicado de la DIAN del 25 de febrero de 2022, caso 3',
  titulo: 'Quitar responsabilidades',
  preguntas,
  impide: (r) =>
    retirables(r).length > 0 ? undefined : 'La casilla 53 no tiene nada que se pueda quitar por aquí.',
  despues: (antes, r) => sinResponsabilidades(antes, r.codigos),
  presentado: 'Quitar responsabilidades del RUT',
  acepta: (r) => [`Motivo: ${r.motivo}`, LO_QUE_DIJO_ES_CIERTO],
});
