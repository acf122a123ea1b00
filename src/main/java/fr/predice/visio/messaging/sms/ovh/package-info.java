/**
 * SMS by OVH: our own small client, since the SDK that can be had reports errors as success and sends twice (README,
 * "Decisions"). {@code OvhApi} asks and signs, {@code OvhSms} says what became of a message, {@code OvhCredit} watches
 * the account, {@code OvhReceiptResource} hears what the phones say.
 */
package fr.predice.visio.messaging.sms.ovh;
