import { definidos } from '@autogestion/normas/definidos';
import { autorizacion, celular, codigo, correo } from '../../../interfaz/preguntas/index.ts';
import { Boton } from '../../../interfaz/index.ts';
import { guion, type ContextoGuardar, type Datos, type Efecto } from '../../../interfaz/recorrido/index.ts';
import {
  enviarMensaje,
  MENSAJE_COMPROBACION,
  REGLAS_CODIGO,
  type Codigos,
  type SinEmitir,
  avisoDeEspera,
} from '../../../plataforma/index.ts';
import { correoOcupado } from '../../../rut/index.ts';
import type { Contacto, Hechos } from '../tipos.ts';

const PARTE = 'Sus datos de contacto';

type Canal = 'correo' | 'sms';
const PROPOSITO: Record<Canal, string> = {
  correo: 'rut.inscripcion.correo',
  sms: 'rut.inscripcion.telefono',
};

type Envio = Pick<ContextoGuardar<object, Hechos>, 'trx' | 'sesion'>;

/** @returns why no other goes out now */
async function enviarCodigo(
  c: Envio,
  codigos: Codigos,
  canal: Canal,
  destino: string,
): Promise<SinEmitir | undefined> {
  const emision = await codigos.emitir(c.trx, c.sesion.id, PROPOSITO[canal], destino);
  if (emision.tipo !== 'emitido') return emision;
  const texto = `Su código para inscribirse en el RUT es ${emision.codigo}. Sirve por ${REGLAS_CODIGO.vigenciaMinutos} minutos.`;
  await enviarMensaje(
    c.trx,
    canal === 'sms'
      ? { canal, destino, texto: `Autogestion: ${texto}`, vence: emision.vence }
      : {
          canal,
          destino,
          asunto: `${emision.codigo} es su código`,
          texto: `${texto}\n\nSi usted no lo pidió, no haga nada.`,
          vence: emision.vence,
        },
  );
  return undefined;
}

/** A destination is kept once a code is on its way to it. @param d.antes the one there was: its code still serves */
async function guardarDestino(
  c: Envio,
  codigos: Codigos,
  d: {
    canal: Canal;
    campo: string;
    destino: string;
    antes: string | undefined;
    confirmado: string | undefined;
  },
): Promise<Efecto<Hechos>> {
  // Going back and on without a change asks for no new code.
  if (d.destino === d.confirmado) return { tipo: 'guardado' };
  const espere = await enviarCodigo(c, codigos, d.canal, d.destino);
  // Only a first one that could not be sent stops here.
  if (espere && d.destino !== d.antes)
    return { tipo: 'rechazado', campos: { _: avisoDeEspera(espere) }, espere };
  return { tipo: 'guardado', ...definidos({ espere }) };
}

type DatosContacto = Datos<Contacto, Hechos>;

interface Confirmacion {
  slug: 'codigo-correo' | 'codigo-telefono';
  canal: Canal;
  nombre: string;
  pregunta: string;
  donde: (d: DatosContacto) => string;
  destino: (d: DatosContacto) => string;
  /** Fact that says which destination was confirmed: another destination undoes it by itself. */
  confirmado: 'correoConfirmado' | 'telefonoConfirmado';
  despues?: (
    c: ContextoGuardar<Contacto, Hechos>,
    destino: string,
    efecto: { tipo: 'guardado'; hechos: Partial<Hechos> },
  ) => Promise<Efecto<Hechos>>;
  ejemplo: Partial<Hechos>;
}

/** The page where the code that was sent is written, and where another can be asked for. */
const confirmacion = (codigos: Codigos, o: Confirmacion) =>
  guion<Hechos, Contacto>()
    .parte(PARTE)
    .paso(
      o.slug,
      {
        nombre: o.nombre,
        pregunta: o.pregunta,
        guarda: false,
        cumplido: (d) => o.destino(d) !== '' && d.hechos[o.confirmado] === o.destino(d),
        pie: () => (
          <p>
            <Boton variante="enlace" nombre="_accion" valor="reenviar">
              Enviar otro código
            </Boton>
          </p>
        ),
        async alGuardar(c, escrito) {
          const destino = o.destino(c.datos);
          // A double click sends the same code twice: the first one did it.
          if (c.datos.hechos[o.confirmado] === destino) return { tipo: 'guardado' };
          const r = await codigos.comprobar(c.trx, c.sesion.id, PROPOSITO[o.canal], destino, escrito);
          if (r !== 'correcto') return { tipo: 'rechazado', campos: { codigo: MENSAJE_COMPROBACION[r] } };
          const efecto = {
            tipo: 'guardado' as const,
            hechos: { [o.confirmado]: destino } as Partial<Hechos>,
          };
          return o.despues ? o.despues(c, destino, efecto) : efecto;
        },
        acciones: {
          async reenviar(c) {
            const espere = await enviarCodigo(c, codigos, o.canal, o.destino(c.datos));
            return espere
              ? { aviso: avisoDeEspera(espere) }
              : { aviso: 'Le enviamos un código nuevo. El anterior ya no sirve.' };
          },
        },
        ejemplos: [{ escrito: { codigo: 'ABC234' }, hechos: o.ejemplo }],
      },
      codigo({
        antes: o.donde,
        ayuda: `Seis letras y números. Sirve por ${REGLAS_CODIGO.vigenciaMinutos} minutos.`,
      }),
    );

const correoDe = (d: DatosContacto) => d.respuestas.correo ?? '';
const telefonoDe = (d: DatosContacto) => d.respuestas.telefono ?? '';

/** Consent, e-mail and phone, each confirmed by a code. */
export const contacto = (codigos: Codigos) =>
  guion<Hechos>()
    .parte(PARTE)
    .paso(
      'tratamiento-datos',
      { nombre: 'Tratamiento de sus datos', pregunta: '¿Autoriza el tratamiento de sus datos?' },
      autorizacion({
        antes: <ParaQueSonLosDatos />,
        etiqueta: 'Autorización',
        texto: 'Autorizo el tratamiento de mis datos para inscribirme en el RUT',
        falta: 'Para inscribirse debe autorizar el tratamiento de sus datos. Marque la casilla.',
      }),
    )
    .paso(
      'correo',
      {
        nombre: 'Correo electrónico',
        pregunta: '¿Cuál es su correo electrónico?',
        admite: (v, d) =>
          v.toLowerCase() === d.hechos.correoEnUso?.toLowerCase()
            ? { correo: 'Ese correo ya es de otra persona inscrita en el RUT. Escriba otro.' }
            : undefined,
        alGuardar: (c, destino) =>
          guardarDestino(c, codigos, {
            canal: 'correo',
            campo: 'correo',
            destino,
            antes: c.datos.respuestas.correo,
            confirmado: c.datos.hechos.correoConfirmado,
          }),
      },
      correo({
        antes: ({ hechos: { correoEnUso } }) => (correoEnUso ? <EnUso correo={correoEnUso} /> : ''),
        ayuda:
          'Ahí le enviaremos un código ahora, su RUT al terminar y las notificaciones de la administración.',
        propio: true,
      }),
    )
    .con(
      confirmacion(codigos, {
        slug: 'codigo-correo',
        canal: 'correo',
        nombre: 'Confirmar el correo',
        pregunta: 'Escriba el código que le enviamos al correo',
        donde: (d) => `Lo enviamos a ${correoDe(d)}. Si no llega, mire en la carpeta de correo no deseado.`,
        destino: correoDe,
        confirmado: 'correoConfirmado',
        async despues(c, suyo, efecto) {
          // Whose e-mail it is may be said only to an identified person: here, when they come back to change it.
          const ocupado = c.datos.hechos.identidad && (await correoOcupado(c.trx, suyo));
          const hechos = ocupado ? { ...efecto.hechos, correoEnUso: suyo } : efecto.hechos;
          return { ...efecto, hechos, correo: suyo };
        },
        ejemplo: { correoConfirmado: 'persona@ejemplo.co' },
      }),
    )
    .paso(
      'telefono',
      {
        nombre: 'Celular',
        pregunta: '¿Cuál es su número de celular?',
        alGuardar: (c, destino) =>
          guardarDestino(c, codigos, {
            canal: 'sms',
            campo: 'telefono',
            destino,
            antes: c.datos.respuestas.telefono,
            confirmado: c.datos.hechos.telefonoConfirmado,
          }),
      },
      celular({
        etiqueta: 'Número de celular',
        ayuda:
          'Le enviaremos un código por mensaje de texto. Si es de otro país, empiece por el signo + y el indicativo.',
        propio: true,
      }),
    )
    .con(
      confirmacion(codigos, {
        slug: 'codigo-telefono',
        canal: 'sms',
        nombre: 'Confirmar el celular',
        pregunta: 'Escriba el código que le enviamos al celular',
        donde: (d) => `Lo enviamos por mensaje de texto al ${telefonoDe(d)}.`,
        destino: telefonoDe,
        confirmado: 'telefonoConfirmado',
        ejemplo: { telefonoConfirmado: '3001234567' },
      }),
    );

function ParaQueSonLosDatos() {
  return (
    <>
      <p class="govuk-body">
        Usaremos los datos que escriba para comprobar su identidad, inscribirle en el RUT y avisarle de sus
        trámites. Los datos del RUT son reservados: solo usted, y los funcionarios que la ley autoriza, los
        ven completos. Usted verá quién los consultó.
      </p>
      <p class="govuk-body">
        Puede pedir que los corrijamos o preguntar cómo los usamos en cualquier momento (Ley 1581 de 2012).
      </p>
    </>
  );
}

function EnUso({ correo: ajeno }: { correo: string }) {
  return (
    <p class="govuk-inset-text">
      El correo {ajeno} ya es de otra persona inscrita en el RUT. Escriba uno que sea solo suyo.
    </p>
  );
}
