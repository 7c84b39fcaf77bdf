import { sellarPropuesta } from '../src/cuentas/actuar/proponer.ts';
import { clavesDe, uuidv7, type Ruta } from '../src/plataforma/index.ts';
import { sellarConsulta } from '../src/rut/consulta-sellada.ts';
import { idDe } from './cuentas.ts';
import { entregarPorApi, zip } from './facturas.ts';
import { navegadorDe, obtenerFirma } from './firma.ts';
import { registrar } from './facturas-registradas.ts';
import {
  hastaIdentidad,
  inscribirPersona,
  persona,
  type Inscrita,
  type PersonaDePrueba,
} from './inscripcion.ts';
import { pagoEnCamino } from './obligaciones.ts';
import { deudaDePrueba } from './oficina-con-deudas.ts';
import { abrirOficina, CLAVE_MAESTRA, type OficinaDePrueba } from './oficina.ts';
import { reclamar, reportar } from './terceros.ts';
import {
  adjuntarDePrueba,
  prepararDePrueba,
  radicarDePrueba,
  salaDePrueba,
  tipoDePrueba,
} from './tramites.ts';

/** Secret of everybody's fresh proof, where it is not asked when they proved who they are. */
export const PRUEBA = 'p'.repeat(43);

/** An office with one of each thing that a path may name, for what is tried over the whole route table. */
export interface Mundo {
  o: OficinaDePrueba;
  /** Whose the things are. */
  duena: Inscrita;
  ajena: Inscrita;
  /** Token of somebody who has not said who they are. */
  visita: string;
  /** That of whoever opened the draft of a registration. */
  visitante: string | undefined;
  /** The path of a route, to something of the owner's. @throws Error of a parameter that it does not know */
  caminoDe(r: Ruta): string;
  /** Every session has proved who it is a moment ago, with `PRUEBA`. */
  conPruebaFresca(): Promise<void>;
}

export async function abrirMundo(): Promise<Mundo> {
  const o = await abrirOficina({}, undefined, { otrasSalas: [salaDePrueba(tipoDePrueba())] });
  const p = persona();
  const duena = await inscribirPersona(o, p);
  const firmado = (await obtenerFirma(o, duena, p)).acto.split('/').at(-1) ?? '';
  const ajena = await inscribirPersona(o);
  await o.trabajar();
  const borrador = await hastaIdentidad(o, persona());
  const caso = await radicarDePrueba(o, duena.titular);
  const preparada = await prepararDePrueba(o, duena.titular);
  const adjunto = await adjuntarDePrueba(o, preparada);
  const obligacion = await deudaDePrueba(o, duena);
  const borradores = await abrirBorradores(o, duena);
  const { cuerpo } = await o.api().pedir<{ token: string }>('POST', '/rut/inscripciones');
  const valores: Record<string, string> = {
    ...(await pagoEnCamino(o, navegadorDe(o, duena), duena.titular)),
    titular: duena.titular,
    consulta: sellarConsulta(clavesDe(CLAVE_MAESTRA), duena.nit),
    propuesta: sellarPropuesta(clavesDe(CLAVE_MAESTRA), await idDe(o, duena.titular), {
      ...{ tipoDocumento: '13', numero: '1099999701', ambito: 'consultar' },
      ...{ desde: o.reloj.hoy(), hasta: o.reloj.hoy(), id: uuidv7(o.reloj.ahora()), huella: 'de-nadie' },
    }),
    copia: duena.copia,
    documento: duena.copia,
    obligacion,
    facilidad: await facilidadDePrueba(o, obligacion),
    radicado: duena.radicado,
    firmado,
    certificado: await certificadoDe(o, duena),
    borrador: borrador.borrador,
    paso: 'nombres',
    caso,
    solicitud: preparada.idPublico,
    adjunto,
    sentido: 'aprobada',
    busqueda: await busquedaDePrueba(o, duena),
    // Of an official who wrote no reason: it opens for nobody.
    atencion: 'c'.repeat(26),
    acto: 'a'.repeat(26),
    asiento: '1.1',
    recaudo: 'a'.repeat(26),
    dia: '2026-03-09',
    ...(await facturasDePrueba(o, duena)),
    rechazado: 'a'.repeat(26),
    pago: 'a'.repeat(26),
    sinPresentar: await declaracionSinPresentar(o, duena),
    formulario: '210',
    declaracion: await declaracionPresentada(o, duena),
    opcion: await opcionDePrueba(o, duena),
    habilitacion: await setDePrueba(o, duena),
    ejemplo: 'factura-1',
    rango: await rangoDePrueba(o, duena),
    factura: await facturaDePrueba(o, p),
    ...(await reclamoDePrueba(o, duena)),
    anio: '2025',
    envio: await envioDePrueba(o, duena),
    seccion: 'patrimonio',
    casilla: '34',
    tema: 'salario',
    renglon: 'nuevo',
    anexo: 'dividendos',
    fila: 'nueva',
    intento: '2026IN-AAAA-000001-AAAA',
    version: '1',
    grupo: 'socio',
    vez: '1',
  };
  return {
    o,
    duena,
    ajena,
    visita: cuerpo.token,
    visitante: borrador.api.token,
    caminoDe(r) {
      const abierto = [...borradores].find(([c]) => r.camino.replace('/api/v1', '').startsWith(c))?.[1];
      return r.camino.replace(/:(\w+)/g, (_, nombre: string) => {
        const valor = { ...valores, ...abierto }[nombre];
        if (!valor) throw new Error(`Nobody knows what to put in :${nombre} of ${r.camino}`);
        return valor;
      });
    },
    async conPruebaFresca() {
      await o.consultar(
        `update plataforma.sesion set probada_en = $1, reforzada_en = $1, prueba_hash = sha256($2::bytea)`,
        [o.reloj.ahora(), Buffer.from(PRUEBA)],
      );
    },
  };
}

async function certificadoDe(o: OficinaDePrueba, duena: Inscrita): Promise<string> {
  const api = o.api();
  api.token = duena.token;
  const { cuerpo } = await api.pedir<{ certificado?: string }>(
    'POST',
    `/de/${duena.titular}/obligaciones/certificados`,
    { clase: 'rut' },
  );
  return cuerpo.certificado ?? '';
}

/** A document that was delivered, and a batch, both of whose files are none. */
async function facturasDePrueba(o: OficinaDePrueba, duena: Inscrita): Promise<Record<string, string>> {
  const entrega = await entregarPorApi(o, duena, 'no es un documento');
  const lote = await entregarPorApi(o, duena, zip([{ nombre: 'a.xml', contenido: 'tampoco' }]));
  const api = o.api();
  api.token = duena.token;
  // Nothing is ever told there: who has no documents has nothing new.
  const aviso = await api.pedir<{ id: string }>('POST', `/de/${duena.titular}/facturas/avisos`, {
    url: 'https://avisos.example.com/facturas',
  });
  return { entrega: entrega.cuerpo.id, lote: lote.cuerpo.id, suscripcion: aviso.cuerpo.id ?? '' };
}

/** A return that is being filled. @returns its public identifier */
async function declaracionSinPresentar(o: OficinaDePrueba, duena: Inscrita): Promise<string> {
  const n = navegadorDe(o, duena);
  const base = `/de/${duena.titular}/declaraciones`;
  await n.ver(base);
  const { headers } = await n.enviar(base, { formulario: '210', anio: '2024', periodo: 'anual' });
  return String(headers.location).split('/').at(-1) ?? '';
}

/** A return that was filed, of which there is no document. @returns its public identifier */
async function declaracionPresentada(o: OficinaDePrueba, { titular }: Inscrita): Promise<string> {
  const publico = 'd'.repeat(26);
  const acto = {
    formulario: '210',
    anio: 2023,
    casillas: {},
    hechos: {},
    anexos: {},
    posiciones: [],
    diferencias: [],
  };
  await o.consultar(
    `insert into declaraciones.declaracion (id, id_publico, titular_id, formulario, anio, periodo, numero, acto_id, radicado,
       acto, vence, presentada, presentada_en)
     values (gen_random_uuid(), $1, $2, '210', 2023, 'anual', '21099999999999', gen_random_uuid(), '2026FE999999999', $3,
       $4::timestamptz::date, $4::timestamptz::date, $4)`,
    [publico, await idDe(o, titular), JSON.stringify(acto), o.reloj.ahora()],
  );
  return publico;
}

/** Leaving the SIMPLE, to be signed. @returns its public identifier */
async function opcionDePrueba(o: OficinaDePrueba, { titular }: Inscrita): Promise<string> {
  const publico = '0'.repeat(26);
  await o.consultar(
    `insert into declaraciones.opcion_simple (id, id_publico, titular_id, que, anio, preparada_en)
     values (gen_random_uuid(), $1, $2, 'salir', 2026, $3)`,
    [publico, await idDe(o, titular), o.reloj.ahora()],
  );
  return publico;
}

/** A delivery that waits for its file. @returns its public identifier */
async function envioDePrueba(o: OficinaDePrueba, { titular, token }: Inscrita): Promise<string> {
  const api = o.api();
  api.token = token;
  const { cuerpo } = await api.pedir<{ entrega?: string }>('POST', `/de/${titular}/exogena`, {
    ...{ archivo: 'pagos.csv', bytes: 100, anio: 2025 },
  });
  return cuerpo.entrega ?? '';
}

/** A test set that is open. @returns its public identifier */
async function setDePrueba(o: OficinaDePrueba, duena: Inscrita): Promise<string> {
  const n = navegadorDe(o, duena);
  const base = `/de/${duena.titular}/facturador`;
  await n.ver(base);
  const { headers } = await n.enviar(`${base}/habilitacion`, { software: 'Mi tienda' });
  return String(headers.location).split('/').at(-1) ?? '';
}

/** An invoice that somebody received, with a file as its original. @returns its identifier */
async function facturaDePrueba(o: OficinaDePrueba, p: PersonaDePrueba): Promise<string> {
  const [archivo] = await o.consultar<{ id: string }>('select id from plataforma.archivo limit 1');
  const suya = await registrar(o, { adquirente_numero: p.fila.numero, archivo: archivo?.id });
  return suya.id;
}

/** Numbers that were asked for and not signed. @returns their public identifier */
async function rangoDePrueba(o: OficinaDePrueba, { titular, nit }: Inscrita): Promise<string> {
  const publico = '1'.repeat(26);
  await o.consultar(
    `insert into facturas.rango (id, id_publico, titular_id, nit, modalidad, prefijo, desde, hasta, software, pedido_en)
     select gen_random_uuid(), $1, s.titular_id, $2, 'factura', 'FE', 1, 100, s.id, $3 from facturas.software s
     join rut.titular t on t.id = s.titular_id where t.id_publico = $4`,
    [publico, nit, o.reloj.ahora(), titular],
  );
  return publico;
}

/** Something that the owner reported of herself and says is not so, with a file, and something that she may say so of. */
async function reclamoDePrueba(o: OficinaDePrueba, duena: Inscrita): Promise<Record<string, string>> {
  const { titular, nit } = duena;
  const id = await idDe(o, titular);
  const comun = { titular: id, informante: { nit, nombre: 'Ella misma', cuenta: id }, formato: '1001' };
  await reportar(o, { ...comun, concepto: '5002', campos: { pago: 1_000_000 } });
  await reportar(o, { ...comun, concepto: '5004', campos: { pago: 2_000_000 } });
  const n = navegadorDe(o, duena);
  const caso = await reclamar(n, titular);
  const [, prueba = ''] = /\/pruebas\/([0-9a-z]{26})/.exec((await n.ver(caso)).body) ?? [];
  const { body } = await n.ver(`/de/${titular}/reportado`);
  const [, reporte = ''] = /\/reportado\/2025\/([0-9a-f]{20})\//.exec(body) ?? [];
  return { reclamo: caso.split('/').at(-1) ?? '', prueba, reporte };
}

/** A payment that somebody looks for. @returns its public identifier */
async function busquedaDePrueba(o: OficinaDePrueba, { titular }: Inscrita): Promise<string> {
  const publico = 'b'.repeat(26);
  await o.consultar(
    `insert into obligaciones.pago_buscado (id, id_publico, titular_id, clave, dice, buscado_por, buscado_en)
     values (gen_random_uuid(), $1, $2, 'prueba', '{"valor":1000,"dia":"2026-01-15"}', 'sistema:prueba', $3)`,
    [publico, await idDe(o, titular), o.reloj.ahora()],
  );
  return publico;
}

/** A draft of each journey under `/de/:titular`, by the address of the journey, with its first step. */
async function abrirBorradores(
  o: OficinaDePrueba,
  duena: Inscrita,
): Promise<Map<string, { borrador: string; paso: string }>> {
  const abiertos = new Map<string, { borrador: string; paso: string }>();
  const n = navegadorDe(o, duena);
  const api = o.api();
  api.token = duena.token;
  const recorridos = o.oficina.rutas.flatMap((r) =>
    r.metodo === 'GET' && !r.api && /^\/de\/:titular\/.*\/:borrador$/.test(r.camino) ? [r.camino] : [],
  );
  for (const camino of recorridos) {
    const entrada = camino.replace(':titular', duena.titular).replace('/:borrador', '');
    const abre = o.oficina.rutas.find((r) =>
      r.nombre.endsWith(`.api-empezar-${entrada.split('/').at(-1) ?? ''}`),
    );
    const base = abre?.camino.replace('/api/v1', '') ?? '';
    const { cuerpo } = await api.pedir<{ borrador?: string }>(
      'POST',
      base.replace(':titular', duena.titular),
    );
    const borrador = cuerpo.borrador ?? '';
    const { headers: paso } = await n.ver(`${entrada}/${borrador}`);
    const abierto = { borrador, paso: paso.location?.split('/').at(-1) ?? '' };
    if (!abierto.borrador || !abierto.paso) throw new Error(`No draft of ${camino} opens`);
    abiertos.set(camino, abierto).set(`${base}/:borrador`, abierto);
  }
  return abiertos;
}

/** A facility over that obligation, that ended: it covers nothing. */
async function facilidadDePrueba(o: OficinaDePrueba, obligacion: string): Promise<string> {
  const publico = 'f'.repeat(26);
  const ahora = o.reloj.ahora();
  await o.consultar(
    `with f as (insert into obligaciones.facilidad (id, id_publico, titular_id, caso_id, radicado, inicio, corte, periodicidad,
         meses, deuda, intereses, concedida_el, actor, concedida_en)
       select gen_random_uuid(), $2, titular_id, gen_random_uuid(), '2026FP999999999', $3::timestamptz::date, 0, 'mensual', 1, 1000,
         0, $3::timestamptz::date, 'prueba', $3 from obligaciones.obligacion where id_publico = $1 returning id)
     insert into obligaciones.facilidad_fin (facilidad, clase, dia, actor, registrado_en)
     select id, 'pagada', $3::timestamptz::date, 'prueba', $3 from f`,
    [obligacion, publico, ahora],
  );
  return publico;
}
