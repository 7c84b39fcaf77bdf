/** Sign-ins a second with document and password, against bare verifications of argon2id. */
import { ARGON2, cifrarContrasena } from '../packages/portal/src/cuentas/contrasenas/index.ts';
import { persona } from '../e2e/apoyo/personas.ts';
import { ipDe, pedirJson } from './apoyo/cliente.ts';
import { comparar } from './apoyo/comparar.ts';
import { enEscena } from './apoyo/escena.ts';
import { aLaVez } from './apoyo/estadistica.ts';
import { enJson, memoria, mostrar, nota, RAPIDA, titulo } from './apoyo/informe.ts';
import { abrirPortal, abrirReferencia, type Servidor } from './apoyo/portal.ts';
import { caminarHastaElFinal, cargarIdentidades, terminar } from './apoyo/viaje.ts';

const QUIEN = 0;
const CLAVE = 'cometa molino turpial';
const POR_TURNO = RAPIDA ? 4 : 200;
const A_LA_VEZ = 4;
const TURNOS = { turnos: RAPIDA ? 2 : 6, limiteMs: 30_000 };
let entradas = 0;

await enEscena(async (base, abrir) => {
  await cargarIdentidades(base, QUIEN, 1);
  const portal = await abrir(abrirPortal(base, { trabajadores: 0 }));
  await terminar(portal.url, await caminarHastaElFinal(portal.url, base, QUIEN));
  const hash = await cifrarContrasena(CLAVE);
  await base.sql(
    `insert into cuentas.contrasena (cuenta_id, hash, cambiada_en) select id, $1, now() from rut.titular`,
    [hash],
  );
  const referencia = await abrir(abrirReferencia('accesos', { HASH: hash, CLAVE }));

  titulo(
    `Entradas por segundo con documento y contraseña (${POR_TURNO} por turno, ${A_LA_VEZ} a la vez)`,
    `verificar la misma contraseña con argon2id (${ARGON2.memoryCost} KiB, ${ARGON2.timeCost} pasadas), sin base de datos ni sesión`,
  );
  const medida = await comparar(
    {
      portal: { servidor: portal, turno: () => entrar(portal) },
      referencia: {
        servidor: referencia,
        turno: () =>
          pedirJson(`${referencia.url}/accesos/${POR_TURNO}/${A_LA_VEZ}`, { metodo: 'POST', espera: 200 }),
      },
    },
    TURNOS,
  );
  mostrar('entrar', medida);
  nota('cada entrada abre una visita y una sesión, reserva su turno en los frenos y queda en la auditoría');
  enJson('accesos', {
    porTurno: POR_TURNO,
    aLaVez: A_LA_VEZ,
    medida,
    memoria: memoria({ portal, referencia }),
  });
});

/** One account from many addresses, as its owner and whoever shares the password would: each attempt is right. */
async function entrar(portal: Servidor): Promise<{ tiempos: readonly number[]; ms: number }> {
  const { numero } = persona(QUIEN);
  return aLaVez(Array.from({ length: POR_TURNO }), A_LA_VEZ, async () => {
    entradas++;
    await pedirJson(`${portal.url}/api/v1/accesos/contrasena`, {
      metodo: 'POST',
      cuerpo: { tipo: '13', numero, contrasena: CLAVE },
      ip: ipDe(1_000 + entradas),
      espera: 200,
    });
  });
}
