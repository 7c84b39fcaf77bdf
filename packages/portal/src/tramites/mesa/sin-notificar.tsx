import { Aviso, Boton, camposDe, Detalles, Formulario, Radios } from '../../interfaz/index.ts';
import { Preguntar } from '../../interfaz/preguntas/index.ts';
import { sinEntregar } from '../entregas/estado-de-entrega.ts';
import { FALLAS, palabrasDe } from '../palabras.ts';
import type { PropsDeCasoEnMesa } from './lo-del-caso.ts';
import { CONSTANCIA } from './preguntas.ts';

/** What did not reach the person, why, and what an official does about it. */
export function SinNotificar({ caso, valores = {}, errores = {} }: PropsDeCasoEnMesa) {
  const camino = `/mesa/tramites/${caso.radicado}`;
  const { enviado } = palabrasDe(caso.tipo.flujo);
  return (
    <>
      {sinEntregar(caso).map((s) => (
        <section>
          <Aviso tipo="importante" titulo={`No se pudo enviar ${enviado[s.asunto]}`}>
            {FALLAS[s.falla]} {QUE_HACER[s.asunto]}
          </Aviso>
          <Formulario accion={`${camino}/enviar-otra-vez`} ocultos={{ documento: s.documento }}>
            <Boton variante="secundario">
              Enviar otra vez<span class="govuk-visually-hidden"> {enviado[s.asunto]}</span>
            </Boton>
          </Formulario>
          {s.asunto === 'acuse' ? null : (
            <Detalles
              resumen={`Anotar que ya se notificó ${enviado[s.asunto]}`}
              abierto={errores.medio !== undefined || errores.constancia !== undefined}
            >
              <Formulario accion={`${camino}/notificar`} ocultos={{ documento: s.documento }}>
                <Radios
                  {...camposDe({ valores, errores }).texto('medio')}
                  etiqueta="Cómo"
                  opciones={[
                    { valor: 'personal', texto: 'Personalmente' },
                    { valor: 'correo-fisico', texto: 'Por correo a la dirección del RUT' },
                  ]}
                />
                <Preguntar
                  pregunta={CONSTANCIA}
                  nombre="Cuándo, a quién y con qué constancia"
                  {...{ valores, errores }}
                />
                <Boton variante="secundario">Anotar la notificación</Boton>
              </Formulario>
            </Detalles>
          )}
        </section>
      ))}
    </>
  );
}

const QUE_HACER = {
  acuse: 'La persona lo puede descargar en su página. Si su RUT ya tiene otro correo, envíelo otra vez.',
  decision:
    'Si el RUT ya tiene otro correo, envíela otra vez. Si no, notifíquela personalmente o por correo a la dirección del RUT (Estatuto Tributario, art. 565) y anótelo aquí.',
  requerimiento:
    'La solicitud no se archiva mientras la persona no lo sepa. Si el RUT ya tiene otro correo, envíelo otra vez; si no, comuníquelo de otro modo y anótelo aquí. Los días para completar cuentan desde ese día.',
};
