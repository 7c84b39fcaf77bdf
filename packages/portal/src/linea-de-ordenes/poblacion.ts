import { once } from 'node:events';
import { FORMULARIO_210 } from '@autogestion/normas/formularios/210';
import { CLASES_DE_PERSONA, generarPersona } from '@autogestion/normas/poblacion';
import type { ClaseDePersona, PersonaFicticia } from '@autogestion/normas/poblacion';
import { RANGOS_DE_POBLACION } from '../operacion/index.ts';
import { anio, entero, leerCampos, opcionesDe, siNo, unoDe } from './campos.ts';
import { ErrorDeUso } from './error-de-uso.ts';
import type { Orden } from './orden.ts';

/** So that the numbers of who reports stay in their block. */
const MAXIMO = 25_000;
/** Kinds by their own name. */
const CLASES = Object.fromEntries(CLASES_DE_PERSONA.map((c) => [c, c])) as Record<
  ClaseDePersona,
  ClaseDePersona
>;

const CAMPOS = {
  semilla: entero(4_294_967_295, 'semilla'),
  personas: entero(MAXIMO, 'personas'),
  anio: anio('anio'),
  clase: unoDe(CLASES, 'clase'),
  retenidos: entero(20, 'retenidos'),
  csv: siNo('csv'),
};

const COLUMNAS: Readonly<Record<string, (p: PersonaFicticia) => string | number>> = {
  nit: (p) => p.nit,
  dv: (p) => p.dv,
  primerApellido: (p) => p.nombre.primerApellido,
  segundoApellido: (p) => p.nombre.segundoApellido ?? '',
  primerNombre: (p) => p.nombre.primerNombre,
  otrosNombres: (p) => p.nombre.otrosNombres ?? '',
  nacimiento: (p) => p.nacimiento,
  clase: (p) => p.clase,
  actividad: (p) => p.rut.actividad,
  municipio: (p) => p.rut.municipio,
  responsabilidades: (p) => p.rut.responsabilidades.join(' '),
  anio: (p) => p.anio,
  temas: (p) => Object.keys(p.temas).join(' '),
  reportes: (p) => p.reportes.length,
  impuestoAnterior: (p) => p.anterior?.casillas['129'] ?? (p.anterior ? 0 : ''),
};

function revisarAnio(elegido: number): number {
  const { desde, hasta } = FORMULARIO_210.anios;
  // The year before is computed too.
  if (elegido > desde && elegido <= hasta) return elegido;
  throw new ErrorDeUso('anio', `anio: puede ir de ${desde + 1} a ${hasta}.`, 'anio');
}

export const ordenPoblacion: Orden = {
  uso: 'poblacion [--semilla N] [--personas N] [--anio AÑO] [--clase CLASE] [--retenidos N] [--csv]',
  ayuda: 'Personas ficticias y coherentes: RUT, lo que les pasó en el año y lo que otros reportaron',
  opciones: opcionesDe(CAMPOS),
  async ejecutar({ argumentos, opciones }) {
    if (argumentos.length > 0) throw new ErrorDeUso('opcion', `No se esperaba «${argumentos.join(' ')}».`);
    const leidos = leerCampos(CAMPOS, opciones);
    const { semilla = 1, personas = 10, retenidos = 0, clase, csv = false } = leidos;
    const o = {
      ...RANGOS_DE_POBLACION,
      anio: revisarAnio(leidos.anio ?? FORMULARIO_210.anios.hasta),
      retenidos,
      ...(clase && { clase }),
    };
    if (csv) await escribir(Object.keys(COLUMNAS).join(';'));
    for (let i = 0; i < personas; i++) {
      const p = generarPersona(semilla, i, o);
      await escribir(
        csv
          ? Object.values(COLUMNAS)
              .map((columna) => columna(p))
              .join(';')
          : JSON.stringify(p),
      );
    }
    return 0;
  },
};

async function escribir(linea: string): Promise<void> {
  if (!process.stdout.write(`${linea}\n`)) await once(process.stdout, 'drain');
}
