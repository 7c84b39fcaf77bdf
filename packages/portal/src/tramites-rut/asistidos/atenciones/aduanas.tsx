import { USUARIOS_ADUANEROS, type RegistroRut } from '@autogestion/normas/rut';
import { parrafo, varias } from '../../../interfaz/preguntas/index.ts';
import {
  guion,
  rutasDeRecorrido,
  type Recorrido,
  type RespuestasDe,
} from '../../../interfaz/recorrido/index.ts';
import type { Claves } from '../../../plataforma/index.ts';
import { presentarCambio, type HechosDeTitular } from '../atender.ts';
import { anotarCambioAsistido } from '../cambiar-registro.ts';
import { presentarAtencion } from '../presentar-atencion.ts';
import { SOBRE_UN_RUT } from '../../politicas.ts';
import { baseDeAtencion, caminoDeLaAtencion, GUARDADO, type Tramitador } from '../tramitador.ts';
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
      clave: 'Casilla 54',
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

function recorrido(): Recorrido<RespuestasDe<typeof preguntas>, HechosDeTitular> {
  return {
    id: 'tramites-rut.asistido-calidades-aduaneras',
    version: 1,
    titulo: 'Calidades de usuario aduanero',
    diasDeEspera: 1,
    guardado: GUARDADO,
    pasos: preguntas.pasos,
    revision: { titulo: 'Revise antes de presentárselo a la persona', boton: 'Presentar' },
    async terminar({ trx, datos: { respuestas: r, hechos } }) {
      const { titular, base, registro: antes } = hechos as HechosDeTitular;
      const registro = conCalidades(antes, r.calidades.toSorted());
      const presentacion = presentarCambio('Calidades de usuario aduanero', antes, registro, [
        `Acto: ${r.acto}`,
        'Lo que dijo es cierto. Dar datos falsos tiene una sanción de 100 UVT (ET 658-3).',
      ]);
      const a = await presentarAtencion(trx, {
        clase: 'calidades-aduaneras',
        titular,
        datos: { base, registro },
        presentacion,
        destino: antes.ubicacion.correo,
      });
      return { a: caminoDeLaAtencion(a.idPublico), resultado: {} };
    },
  };
}

export function calidadesAduaneras(e: { claves: Claves }): Tramitador {
  const def = recorrido();
  return {
    clase: {
      clase: 'calidades-aduaneras',
      nombre: 'Calidades de usuario aduanero (casilla 54)',
      ayuda: 'Agregar o retirar las que dio o quitó un acto.',
      fundamento:
        'DUR 1625 de 2016, art. 1.6.1.2.14; comunicado de la DIAN del 25 de febrero de 2022, caso 4',
      efecto: anotarCambioAsistido,
    },
    recorrido: def,
    deTitular: {},
    rutas: rutasDeRecorrido(def, {
      base: baseDeAtencion('calidades-aduaneras'),
      acceso: 'funcionario',
      roles: SOBRE_UN_RUT.atender,
      claves: e.claves,
    }),
  };
}
