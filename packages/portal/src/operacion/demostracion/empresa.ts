import { definidos } from '@autogestion/normas/definidos';
import { fecha, type Fecha } from '@autogestion/normas/fechas';
import { digitoDeVerificacion } from '@autogestion/normas/nit';
import type { Organizacion, RegistroRut, Representante } from '@autogestion/normas/rut';
import { azar } from './azar.ts';
import empresas from './datos/empresas.json' with { type: 'json' };
import lugares from './datos/lugares.json' with { type: 'json' };
import { celularDeNadie, correoDeNadie, direccionDeNadie, nitDeNadie } from './nadie.ts';
import { personaDemo, seccionalDe } from './persona.ts';

/** A company keeps books, withholds, reports third parties and its beneficial owners, and invoices electronically. */
const DE_TODA_EMPRESA = ['07', '14', '42', '52', '55'];

/**
 * Box 53 by way of doing business. The questionnaire of the law's package is for natural persons: these are plausible
 * combinations for the demonstration, not a rule. What a company sells pays IVA (48) or it is not responsible (53).
 */
const RESPONSABILIDADES: Record<string, readonly string[]> = {
  comun: ['05', '48'],
  comidas: ['05', '33', '53'],
  excluido: ['05', '16', '53'],
  'comercio-exterior': ['05', '10', '48'],
  simple: ['47', '48'],
  especial: ['04', '53'],
};
/** Box 54: exporter and importer. */
const CALIDADES = ['22', '23'];

/** The `n`-th legal person, always the same. Ten trades by five emblems: no two share their name. */
export function empresaDemo(n: number): RegistroRut {
  const a = azar(`empresa ${n}`);
  const { giros, emblemas } = empresas;
  const giro = giros[(n - 1) % giros.length];
  const emblema = emblemas[(n - 1 + Math.floor((n - 1) / giros.length)) % emblemas.length];
  if (!giro || !emblema) throw new RangeError('Companies are counted from 1');
  const propias = RESPONSABILIDADES[giro.regimen];
  if (!propias) throw new Error(`There is no regimen ${giro.regimen}`);
  const lugar = a.elegirConPeso(lugares.lugares).municipio;
  const nombreComercial = `${giro.nombre} ${emblema}`;
  const nit = nitDeNadie(n);
  const direccion = direccionDeNadie(a);
  const desde = a.fechaEntre(fecha('2008-01-01'), fecha('2025-12-31'));
  return {
    tipoContribuyente: '1',
    nit,
    dv: digitoDeVerificacion(nit),
    seccional: seccionalDe(lugar),
    identificacion: {
      razonSocial: giro.regimen === 'especial' ? nombreComercial : `${nombreComercial} S.A.S.`,
      ...(giro.regimen !== 'especial' && { nombreComercial }),
    },
    ubicacion: {
      pais: '169',
      municipio: lugar,
      direccion,
      correo: correoDeNadie(nombreComercial, n),
      telefono1: celularDeNadie(1_000 + n),
    },
    clasificacion: {
      actividadPrincipal: {
        codigo: giro.actividad,
        desde,
      },
      otrasActividades: [],
      establecimientos: a.entero(1, 4),
      responsabilidades: [...propias, ...DE_TODA_EMPRESA].toSorted(),
      usuariosAduaneros: giro.regimen === 'comercio-exterior' ? CALIDADES : [],
    },
    organizacion: organizacionDe(n, { desde, municipio: lugar, registrada: giro.regimen !== 'especial' }),
    representantes: [representanteDe(n, desde)],
  };
}

/** Every how many companies one belongs to the group of the first, which is plausible and nothing else. */
const CADA_CUANTAS_EN_GRUPO = 10;

/** Sheet 2, without the codes of boxes 62 to 70, 88 and 89, whose tables were not found. */
function organizacionDe(
  n: number,
  { desde, municipio, registrada }: { desde: Fecha; municipio: string; registrada: boolean },
): Organizacion {
  const a = azar(`organización ${n}`);
  const extranjero = n % 7 === 0 ? a.entero(1, 60) * 100 : 0;
  const enGrupo = n % CADA_CUANTAS_EN_GRUPO === 0;
  return {
    constitucion: {
      numero: String(a.entero(1, 4_000)),
      fecha: desde,
      ...(registrada && {
        entidadDeRegistro: 'CÁMARA DE COMERCIO',
        fechaDeRegistro: desde,
        matricula: String(9_900_000 + n),
      }),
      municipio,
      vigenteDesde: desde,
    },
    capital: {
      nacionalPublico: 0,
      nacionalPrivado: 10_000 - extranjero,
      extranjeroPublico: 0,
      extranjeroPrivado: extranjero,
    },
    vinculacion: enGrupo
      ? { tiene: true, grupo: 'GRUPO FICTICIO', matriz: { nit: nitDeNadie(1), nombre: matrizDeNadie() } }
      : { tiene: false },
  };
}

/** The first company, which has no parent of its own. */
const matrizDeNadie = (): string => empresaDemo(1).identificacion.razonSocial ?? '';

/** Sheet 3: the `n`-th company is represented by the `n`-th person, who can sign in and act for it. */
function representanteDe(n: number, desde: Fecha): Representante {
  const { tipoDocumento, numero, primerApellido, segundoApellido, primerNombre, otrosNombres } =
    personaDemo(n).registro.identificacion;
  if (!tipoDocumento || !numero || !primerApellido || !primerNombre)
    throw new Error('A representative is a natural person');
  return {
    // Representante legal principal.
    representacion: '18',
    desde,
    tipoDocumento,
    numero,
    primerApellido,
    ...definidos({ segundoApellido: segundoApellido || undefined }),
    primerNombre,
    ...definidos({ otrosNombres: otrosNombres || undefined }),
  };
}
