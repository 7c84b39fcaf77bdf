import type * as pkijs from 'pkijs';
import { tieneUso, validarCadena, vigente } from './cadena.ts';
import { leerCertificado, USO } from './certificado.ts';
import { publicaDe } from './claves.ts';
import type { MaterialAutoridad } from './material.ts';
import { tienePapel } from './papeles.ts';

interface FallaDeAutoridad {
  /** `falla`: the office must not start; `aviso`: somebody must act soon. */
  gravedad: 'falla' | 'aviso';
  codigo: Codigo;
  pieza: Pieza;
  /** What happens, for whoever operates. */
  texto: string;
  /** What they do. */
  remedio: string;
}

type Codigo =
  'ilegible' | 'vencido' | 'aun-no-vigente' | 'por-vencer' | 'clave-ajena' | 'cadena-rota' | 'uso-indebido';

type Pieza = 'raiz' | 'intermedia' | 'personas' | 'sello' | 'estampado' | 'respuesta' | 'declaracion';
type ConCertificado = Exclude<Pieza, 'declaracion'>;

const NOMBRES: Record<Pieza, string> = {
  raiz: 'la raíz',
  intermedia: 'la autoridad intermedia',
  personas: 'la autoridad que certifica a las personas',
  sello: 'el sello',
  estampado: 'el estampado cronológico',
  respuesta: 'las respuestas de documentos electrónicos',
  declaracion: 'las declaraciones de los QR',
};
const DIAS_DE_AVISO = 60;

const RESTAURAR =
  'Restaure la base de datos de una copia de seguridad de antes del daño: la autoridad está guardada en ella.';
const RENOVAR = 'Renueve la autoridad con npx autogestion autoridad renovar. Lo ya sellado sigue valiendo.';
/** What vouches for others is not renewed by the office: its root may be kept elsewhere. */
const REEMPLAZAR =
  'Esa parte no se renueva sola: hay que emitir otra con la clave de la raíz. No borre nada y pida ayuda a quien mantiene este programa.';
const RENOVABLES: readonly Pieza[] = ['sello', 'estampado', 'respuesta', 'declaracion'];

function remedioDe(codigo: Codigo, pieza: Pieza): string {
  if (codigo === 'aun-no-vigente')
    return 'Corrija la fecha y la hora de este equipo, y ábrala otra vez. Si están bien, espere a ese día o restaure la copia de seguridad anterior.';
  if (codigo === 'vencido' || codigo === 'por-vencer')
    return RENOVABLES.includes(pieza) ? RENOVAR : REEMPLAZAR;
  return RESTAURAR;
}

/**
 * What is wrong with the material, worst first; empty when the office may seal. To be called at boot: a seal
 * that fails on the last filing day is found out too late.
 */
export async function comprobarAutoridad(
  material: MaterialAutoridad,
  ahora: Date,
): Promise<FallaDeAutoridad[]> {
  const leidos = leerTodos(material);
  if ('fallas' in leidos) return leidos.fallas;
  const { certificados } = leidos;
  const fallas = [
    ...piezas.flatMap((pieza) => revisarVigencia(pieza, certificados[pieza], ahora)),
    ...(await revisarClaves(material, certificados)),
    ...(await revisarCadenas(certificados, ahora)),
    ...revisarUsos(certificados),
  ];
  return fallas.sort((a, b) => Number(a.gravedad === 'aviso') - Number(b.gravedad === 'aviso'));
}

const piezas: ConCertificado[] = ['raiz', 'intermedia', 'personas', 'sello', 'estampado', 'respuesta'];
type Certificados = Record<ConCertificado, pkijs.Certificate>;

function leerTodos(
  material: MaterialAutoridad,
): { certificados: Certificados } | { fallas: FallaDeAutoridad[] } {
  const certificados: Partial<Certificados> = {};
  const fallas: FallaDeAutoridad[] = [];
  for (const pieza of piezas) {
    try {
      certificados[pieza] = leerCertificado(material[pieza].certificado);
    } catch {
      fallas.push(falla('ilegible', pieza, 'no se puede leer.'));
    }
  }
  const { raiz, intermedia, personas, sello, estampado, respuesta } = certificados;
  if (!raiz || !intermedia || !personas || !sello || !estampado || !respuesta) return { fallas };
  return { certificados: { raiz, intermedia, personas, sello, estampado, respuesta } };
}

function revisarVigencia(pieza: Pieza, certificado: pkijs.Certificate, ahora: Date): FallaDeAutoridad[] {
  const desde = certificado.notBefore.value;
  const hasta = certificado.notAfter.value;
  if (ahora > hasta) {
    return [falla('vencido', pieza, `venció el ${dia(hasta)}.`)];
  }
  if (ahora < desde) {
    return [
      falla(
        'aun-no-vigente',
        pieza,
        `empieza a valer el ${dia(desde)}, y este equipo dice que hoy es ${dia(ahora)}.`,
      ),
    ];
  }
  if (!vigente(certificado, new Date(ahora.getTime() + DIAS_DE_AVISO * 86_400_000))) {
    return [{ ...falla('por-vencer', pieza, `vence el ${dia(hasta)}.`), gravedad: 'aviso' }];
  }
  return [];
}

async function revisarClaves(material: MaterialAutoridad, certificados: Certificados) {
  const fallas: FallaDeAutoridad[] = [];
  for (const pieza of piezas) {
    const { clave } = material[pieza];
    if (clave === undefined && pieza === 'raiz') continue;
    const publica = certificados[pieza].subjectPublicKeyInfo.toJSON();
    if (!(await corresponde(clave, publica))) {
      fallas.push(falla('clave-ajena', pieza, 'no corresponde a su clave privada.'));
    }
  }
  if (!(await corresponde(material.declaracion.clave, material.declaracion.publica))) {
    fallas.push(falla('clave-ajena', 'declaracion', 'no corresponde a su clave privada.'));
  }
  return fallas;
}

async function corresponde(clave: string | undefined, publica: object): Promise<boolean> {
  const propia = clave === undefined ? undefined : await publicaDe(clave).catch(() => undefined);
  const { x, y } = publica as { x?: unknown; y?: unknown };
  return propia !== undefined && propia.x === x && propia.y === y;
}

async function revisarCadenas(certificados: Certificados, ahora: Date) {
  const { raiz, intermedia, personas, sello, estampado, respuesta } = certificados;
  const fallas: FallaDeAutoridad[] = [];
  for (const [pieza, hoja] of Object.entries({ personas, sello, estampado, respuesta })) {
    const cadena = await validarCadena({ hoja, intermedios: [intermedia], raices: [raiz], instante: ahora });
    // An expired certificate already has its own fault.
    if (cadena.valida || cadena.falta === 'fuera-de-vigencia') continue;
    fallas.push(falla('cadena-rota', pieza as Pieza, 'no lo respalda la raíz.'));
  }
  return fallas;
}

function revisarUsos(certificados: Certificados): FallaDeAutoridad[] {
  const { raiz, intermedia, personas, sello, estampado, respuesta } = certificados;
  const fallas: FallaDeAutoridad[] = [];
  if (!tieneUso(personas, USO.firmaDeCertificados) || !tieneUso(personas, USO.firmaDeListas)) {
    fallas.push(falla('uso-indebido', 'personas', 'no sirve para emitir certificados y su lista.'));
  }
  if (!tienePapel([sello, intermedia, raiz], 'sello')) {
    fallas.push(falla('uso-indebido', 'sello', 'no sirve para sellar documentos.'));
  }
  if (!tienePapel([estampado, intermedia, raiz], 'estampado')) {
    fallas.push(falla('uso-indebido', 'estampado', 'no sirve para estampar la hora.'));
  }
  if (!tienePapel([respuesta, intermedia, raiz], 'respuesta')) {
    fallas.push(falla('uso-indebido', 'respuesta', 'no sirve para responder de documentos electrónicos.'));
  }
  return fallas;
}

function falla(codigo: Codigo, pieza: Pieza, texto: string): FallaDeAutoridad {
  const sujeto = pieza === 'declaracion' ? 'La clave de' : 'El certificado de';
  return {
    gravedad: 'falla',
    codigo,
    pieza,
    texto: `${sujeto} ${NOMBRES[pieza]} ${texto}`.replace('de el ', 'del '),
    remedio: remedioDe(codigo, pieza),
  };
}

const dia = (fecha: Date) => fecha.toISOString().slice(0, 10);
