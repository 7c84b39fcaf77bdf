import { USUARIOS_ADUANEROS, type RegistroRut } from '@autogestion/normas/rut';
import { parrafo, varias } from '../../../interfaz/preguntas/index.ts';
import { guion } from '../../../interfaz/recorrido/index.ts';
import type { HechosDeTitular } from '../atender.ts';
import { cambioDelRut } from '../cambio-del-rut.ts';
import { LO_QUE_DIJO_ES_CIERTO } from '../declaracion.ts';
import { problemaNuevo } from './responsabilidades.tsx';

/** Box 54, and with any quality code 10 of box 53 (Oficio DIAN 8660 de 2024, num. 7). */
function conCalidades(r: RegistroRut, usuariosAduaneros: string[]): RegistroRut {
  const { responsabilidades } = r.clasificacion;
  const conDiez = usuariosAduaneros.length > 0 && !responsabilidades.includes('10');
  return {
    ...r,
    clasificacion: {
      ...r.clasificacion,
      usuariosAduaneros,
      responsabilidades: conDiez ? [...responsabilidades, '10'].toSorted() : responsabilidades,
    },
  };
}

const nombreDe = (c: string): string =>
  `${c}, ${USUARIOS_ADUANEROS.find((u) => u.codigo === c)?.nombre ?? ''}`;

const preguntas = guion<HechosDeTitular>()
  .parte('Las calidades')
  .paso(
    'calidades',
    {
      nombre: 'Calidades',
      pregunta: '¿Qué calidades debe tener la casilla 54?',
      admite(v, { hechos: { registro } }) {
        if (!registro) return undefined;
        if (registro.clasificacion.usuariosAduaneros.toSorted().join() === v.toSorted().join())
          return { codigos: 'Son las mismas que tiene hoy. Marque o desmarque lo que cambia.' };
        const problema = problemaNuevo(registro, conCalidades(registro, v));
        return problema ? { codigos: problema } : undefined;
      },
    },
    varias({
      campo: 'codigos',
      etiqueta: 'Calidades que tendrá, todas',
      ayuda: 'Están marcadas las que tiene hoy. Marque las que se agregan y desmarque las que se retiran.',
      de: USUARIOS_ADUANEROS.map((u) => ({ valor: u.codigo, texto: nombreDe(u.codigo) })),
      hoy: ({ hechos: { registro } }) => registro?.clasificacion.usuariosAduaneros,
      noEsta: 'Elija las calidades de la lista.',
      rotulo: 'Casilla 54',
      ninguna: 'Ninguna calidad',
      ejemplos: [{ codigos: ['22'] }],
    }),
  )
  .parte('Con qué')
  .paso(
    'acto',
    { nombre: 'Acto', pregunta: '¿Qué acto las otorga o las retira?' },
    parrafo({
      campo: 'acto',
      ayuda: 'Quién lo dictó, su número y su fecha. Si la calidad no necesita acto, dígalo.',
      falta: 'Escriba el acto: quién lo dictó, su número y su fecha.',
      minimo: 5,
      maximo: 500,
      ejemplos: [{ acto: 'Resolución 12 del 3 de febrero de 2026.' }],
    }),
  );

export const calidadesAduaneras = cambioDelRut({
  clase: 'calidades-aduaneras',
  nombre: 'Calidades de usuario aduanero (casilla 54)',
  ayuda: 'Agregar o retirar las que dio o quitó un acto.',
  fundamento: 'DUR 1625 de 2016, art. 1.6.1.2.14; comunicado de la DIAN del 25 de febrero de 2022, caso 4',
  titulo: 'Calidades de usuario aduanero',
  preguntas,
  despues: (antes, r) => conCalidades(antes, r.calidades.toSorted()),
  presentado: 'Calidades de usuario aduanero',
  acepta: (r) => [`Acto: ${r.acto}`, LO_QUE_DIJO_ES_CIERTO],
});
